import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical } from '../record/canonical.ts'
import { pseudonym } from '../record/pseudonym.ts'
import { sha256 } from '../record/sha256.ts'
import { newId } from '../record/uuid-time.ts'
import type { ExportLine, LinkLine } from './export-line.ts'
import { genesis, linkHash, removalDigest } from './link.ts'
import { SetDigest } from './set-digest.ts'
import { verify } from './verify.ts'

const START = Date.UTC(2026, 10, 1)

async function* each(lines: readonly ExportLine[]): AsyncGenerator<ExportLine> {
  yield* lines
}
const isProven = async (lines: readonly ExportLine[]) =>
  (await verify(each(lines))).faults.length === 0

/** Chains of some lengths, as they would be stored. */
function linksOf(lengths: readonly number[]): LinkLine[] {
  const ids = lengths.map((_, index) => newId(START + index))
  return ids.flatMap((consentId, chain) => {
    let previous = genesis(consentId)
    return Array.from({ length: lengths[chain] ?? 0 }, (_, index): LinkLine => {
      const [record, context] = [{ event: 'granted', index }, { salt: `${chain}` }]
      const link = {
        sequence: index + 1,
        recordId: newId(START + index),
        site: 'https://shop.kz',
        receivedAt: START + index,
        recordSha256: sha256(canonical(record)),
        contextSha256: sha256(canonical(context)),
      }
      const hash = linkHash(previous, link)
      previous = hash
      const removals = { removal: null, contextRemoval: null }
      return { type: 'link', consentId, ...link, hash, ...removals, record, context }
    })
  })
}

/** An export of links, with its own end: what a forger would write, too. */
function exportOf(links: readonly LinkLine[], ...frame: ExportLine[]): ExportLine[] {
  const all = new SetDigest()
  for (const { hash } of links) all.add(hash)
  return [
    { type: 'ledger', format: 1, exportedAt: '', whole: true },
    ...frame,
    ...links,
    { type: 'end', links: all.count, digest: all.digest() },
  ]
}

const lengths = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 5 })
const picked = fc.record({ lengths, pick: fc.nat() }).map((given) => {
  const links = linksOf(given.lengths)
  return { links, index: given.pick % links.length }
})

test('proves every export as it was written', async () => {
  await fc.assert(
    fc.asyncProperty(lengths, async (each) => {
      expect(await isProven(exportOf(linksOf(each)))).toBe(true)
    }),
  )
})

test('finds any one changed field of any one link', async () => {
  const changes: Partial<LinkLine>[] = [
    { sequence: 9 },
    { recordId: newId(START + 99) },
    { site: 'https://shop.kz.evil.com' },
    { receivedAt: START - 1 },
    { recordSha256: '0'.repeat(64) },
    { contextSha256: '0'.repeat(64) },
    { hash: '0'.repeat(64) },
    { consentId: newId(START + 99) },
    { record: { event: 'refused' } },
    { context: {} },
    { record: null },
    { context: null, removal: newId(START) },
  ]
  await fc.assert(
    fc.asyncProperty(picked, fc.constantFrom(...changes), async ({ links, index }, change) => {
      const changed = links.map((link, at) => (at === index ? { ...link, ...change } : link))
      expect(await isProven(exportOf(changed))).toBe(false)
    }),
  )
})

test('finds a link that is left out, unless it is the last of its chain and was never sealed', async () => {
  await fc.assert(
    fc.asyncProperty(picked, async ({ links, index }) => {
      const isLast = links[index + 1]?.consentId !== links[index]?.consentId
      const rest = links.filter((_, at) => at !== index)
      expect(await isProven(exportOf(rest))).toBe(isLast)
    }),
  )
})

test('keeps an erased chain valid, and accepts no removal of other links', async () => {
  await fc.assert(
    fc.asyncProperty(picked, async ({ links, index }) => {
      const id = links[index]?.consentId ?? ''
      const chain = links.filter(({ consentId }) => consentId === id)
      const removal = newId(START)
      const empty = { consentId: pseudonym(id), removal, record: null, context: null }
      const erased = links
        .map((link) => (link.consentId === id ? { ...link, ...empty } : link))
        .sort((a, b) => (a.consentId + a.sequence < b.consentId + b.sequence ? -1 : 1))
      const proofOf = (hashes: string[]): ExportLine => ({
        type: 'removal',
        id: removal,
        at: '',
        reason: 'erasure',
        count: hashes.length,
        digest: removalDigest(hashes),
      })
      const hashes = chain.map(({ hash }) => hash)
      expect(await isProven(exportOf(erased, proofOf(hashes)))).toBe(true)
      expect(await isProven(exportOf(erased, proofOf(hashes.slice(1))))).toBe(false)
      expect(await isProven(exportOf(erased))).toBe(false)
    }),
  )
})
