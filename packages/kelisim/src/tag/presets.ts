import { ConsentError, type Options, type Ports, type Service } from '@kelisim/core'
import { createFiles } from '@kelisim/core/files'
import { ownOptions } from '@kelisim/core/own-options'
import { hyphenate } from './hyphenate.ts'
import { borrow } from './lent-signals.ts'
import { namesService } from './names-service.ts'
import { readAttributes, type Wanted } from './read-attributes.ts'

export { bufferCalls, inConsentMode } from './lent-signals.ts'
// The files of the services take these from here, so that a page with several has them once.
export { assertId } from '@kelisim/services/assert-id'
export { assertUrl } from '@kelisim/services/assert-url'
export { badOption } from '@kelisim/services/bad-option'
export { definePreset } from '@kelisim/services/preset'
export { stored } from '@kelisim/services/stored'
export * from '@kelisim/services/vendor-globals'
export { vendorMemory } from '@kelisim/services/vendor-memory'
export * from '@kelisim/services/vendor-script'

/** The file of one service: the preset is its only function. */
type ServiceFile = Readonly<Record<string, unknown>>

/**
 * Makes the services that the attributes of the tag name. One whose attribute cannot work is told about
 * and left out, so it never loads.
 *
 * @param own The attributes as the tag's options.
 * @returns A function that puts them before the services of the options, in the order of their
 *   attributes. Rejects when a file cannot be fetched: what is asked is not known then.
 */
export async function readPresets(
  own: object,
  files: Pick<Ports, 'load' | 'builtIn'>,
): Promise<(given: Options) => Options> {
  const { use } = createFiles(files)
  const wanted = readAttributes(own, refuse)
  const needsSignals = wanted.some(
    ({ options: { consentMode, bufferCalls: isBuffered } }) => !!consentMode || !!isBuffered,
  )
  const [makers] = await Promise.all([
    Promise.all(
      wanted.map((each) =>
        use(`service-${each.id}`, (file: ServiceFile) => () => makeService(each, file)),
      ),
    ),
    needsSignals && use('signals', borrow),
  ])
  const services = makers.flatMap((make) => make())
  return (given) => {
    // What names a service is no option, and was checked by now.
    const isOption = (name: string): boolean =>
      name === 'migrateFrom' || !namesService(name) || !Object.hasOwn(own, name)
    const options = Object.entries(given).filter(([name]) => isOption(name))
    const { services: others = [], ...rest } = ownOptions(Object.fromEntries(options))
    return { ...rest, services: [...services, ...others] }
  }
}

function makeService({ id, written, options }: Wanted, file: ServiceFile): Service[] {
  const preset = Object.values(file).find((value) => typeof value === 'function')
  try {
    return [preset?.(options)]
  } catch (error) {
    if (!(error instanceof ConsentError)) throw error
    // The preset speaks of its options; whoever wrote an attribute has to hear of that.
    const [, repair = ''] = /: (?:\w+\(\{.*?\}\)|service ".*?"): (.*)\.$/.exec(error.message) ?? []
    refuse(
      written,
      repair.replace(/privacyUrl|consentMode/, (name) => `data-${id}-${hyphenate(name)}`),
    )
    return []
  }
}

/** Nobody can listen to a consent that is not made yet, so this is told as that would tell it. */
function refuse(written: string, repair: string): void {
  const error = new ConsentError('bad-option', `${written}: ${repair}.`)
  // oxlint-disable-next-line no-console -- Whoever integrates has to see it, and the page goes on.
  console.error(error)
  dispatchEvent(new CustomEvent('kelisim:error', { detail: error }))
}
