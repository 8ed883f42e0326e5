import { sha256 } from '../record/sha256.ts'
import { canonical } from '../record/canonical.ts'
import type { ExportLine, LinkLine } from './export-line.ts'
import { genesis, linkHash } from './link.ts'
import { type Seal, sealHash } from './seal.ts'
import { SetDigest } from './set-digest.ts'

/** Something in an export that is not as it was written. */
export interface Fault {
  /** Line of the export, from 1; 0 where something is not there. */
  readonly line: number
  readonly fault: string
}

/** What was found in an export. */
export interface Verdict {
  readonly links: number
  /** Links whose record is there. */
  readonly records: number
  readonly seals: number
  /** The first hundred; none means that the export is whole and unchanged. */
  readonly faults: readonly Fault[]
}

interface Removal {
  readonly digest: string
  readonly found: SetDigest
}
interface Sealed {
  readonly seal: Seal
  readonly found: SetDigest
}

const MOST_FAULTS = 100

/**
 * Proves a whole export: that every chain is unbroken from its first link, that every record is the one that was
 * linked or was removed with a proof, that no sealed link is missing, and that the export has its end.
 *
 * @param lines Parsed lines, in order. Memory grows with seals and removals only.
 */
export async function verify(lines: AsyncIterable<ExportLine>): Promise<Verdict> {
  const check = new Check()
  for await (const line of lines) check.take(line)
  return check.end()
}

class Check {
  #line = 0
  #links = 0
  #records = 0
  #faults: Fault[] = []
  #chain: Pick<LinkLine, 'consentId' | 'sequence' | 'hash'> | null = null
  #lastConsentId = ''
  #removals = new Map<string, Removal>()
  #seals: Sealed[] = []
  #all = new SetDigest()
  #hasEnd = false

  take(line: ExportLine): void {
    this.#line++
    if (this.#line === 1 && !(line.type === 'ledger' && line.whole))
      this.#blame('This is not a whole export: it needs one without "from", "to" and "site".')
    if (this.#hasEnd) this.#blame('There is something behind the end.')
    if (line.type === 'removal')
      this.#removals.set(line.id, { digest: line.digest, found: new SetDigest() })
    if (line.type === 'seal') this.#takeSeal(line)
    if (line.type === 'text' && sha256(line.text) !== line.sha256)
      this.#blame(`The text ${line.sha256} was changed.`)
    if (line.type === 'link') this.#takeLink(line)
    if (line.type === 'end') this.#takeEnd(line)
  }

  end(): Verdict {
    if (!this.#hasEnd) this.#blame('The end is missing: the export was cut off.', 0)
    for (const [id, { digest, found }] of this.#removals)
      if (found.digest() !== digest) this.#blame(`The removal ${id} is not of these links.`, 0)
    for (const { seal, found } of this.#seals)
      if (found.digest() !== seal.digest)
        this.#blame(
          `Seal ${seal.number} covers ${seal.count} links received from ${iso(seal.from)} to ${iso(seal.to)}, ` +
            `the export has ${found.count}, or others: some are missing, added or changed.`,
          0,
        )
    return {
      links: this.#links,
      records: this.#records,
      seals: this.#seals.length,
      faults: this.#faults,
    }
  }

  #takeSeal(seal: Seal): void {
    const last = this.#seals.at(-1)?.seal
    const isNext = seal.number === (last?.number ?? 0) + 1 && seal.from >= (last?.to ?? 0)
    if (!isNext || sealHash(last?.hash ?? '', seal) !== seal.hash)
      this.#blame(`Seal ${seal.number} does not follow the seal before it.`)
    this.#seals.push({ seal, found: new SetDigest() })
  }

  #takeLink(link: LinkLine): void {
    this.#links++
    this.#all.add(link.hash)
    this.#checkPlace(link)
    this.#checkContent(link, 'record', link.removal, link.recordSha256)
    this.#checkContent(link, 'context', link.contextRemoval ?? link.removal, link.contextSha256)
    if (link.record !== null) this.#records++
    this.#sealOf(link)?.add(link.hash)
    if (link.removal) this.#removals.get(link.removal)?.found.add(link.hash)
    if (link.contextRemoval) this.#removals.get(link.contextRemoval)?.found.add(link.hash)
  }

  #checkPlace(link: LinkLine): void {
    const { consentId, sequence } = link
    const before = this.#chain?.consentId === consentId ? this.#chain : null
    // They come sorted, so a chain in two places shows without remembering all ids.
    if (!before && consentId <= this.#lastConsentId)
      this.#blame(`The chain of ${consentId} is not where it belongs.`)
    this.#lastConsentId = consentId
    const expected = (before?.sequence ?? 0) + 1
    if (sequence !== expected)
      this.#blame(`${consentId}: link ${expected} is missing, ${sequence} stands in its place.`)
    else if (linkHash(before?.hash ?? genesis(consentId), link) !== link.hash)
      this.#blame(
        `${consentId}: link ${sequence} was changed, or does not follow the one before it.`,
      )
    this.#chain = link
  }

  #checkContent(
    link: LinkLine,
    name: 'record' | 'context',
    removal: string | null,
    hash: string,
  ): void {
    const where = `${link.consentId}: the ${name} of link ${link.sequence}`
    if (link[name] !== null && link[name] !== undefined) {
      if (sha256(canonical(link[name])) !== hash) this.#blame(`${where} was changed.`)
    } else if (!removal || !this.#removals.has(removal))
      this.#blame(`${where} is missing, and no removal says why.`)
  }

  #sealOf({ receivedAt, consentId, sequence }: LinkLine): SetDigest | undefined {
    const last = this.#seals.at(-1)?.seal
    if (!last || receivedAt >= last.to) return undefined
    const sealed = this.#seals[firstIndex(this.#seals, ({ seal }) => seal.to > receivedAt)]
    if (sealed && sealed.seal.from <= receivedAt) return sealed.found
    this.#blame(`${consentId}: link ${sequence} was added to a time that had been sealed.`)
    return undefined
  }

  #takeEnd({ links, digest }: { links: number; digest: string }): void {
    this.#hasEnd = true
    if (links !== this.#links || digest !== this.#all.digest())
      this.#blame(`The end counts ${links} links, there are ${this.#links}, or others.`)
  }

  #blame(fault: string, line: number = this.#line): void {
    if (this.#faults.length < MOST_FAULTS) this.#faults.push({ line, fault })
  }
}

/** Index of the first item that holds, where all after it hold too. */
function firstIndex<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const item = items[middle]
    if (item !== undefined && holds(item)) high = middle
    else low = middle + 1
  }
  return low
}

const iso = (time: number) => new Date(time).toISOString()
