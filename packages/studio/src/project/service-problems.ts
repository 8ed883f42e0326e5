import { ConsentError } from '@kelisim/core'
import { makePreset } from '@kelisim/services/preset-by-id'
import type { Preset } from '@kelisim/services/preset'
import type { KnownService } from './known-services.ts'
import type { Branch } from './tree.ts'

/** What is wrong with an option of a known service. */
export interface ServiceProblem {
  readonly option: string
  readonly code: 'missing' | 'form'
  readonly value: string
  readonly example: string
}

/** A known service as its preset makes it, or what is wrong with the options. */
export type Made = { readonly preset: Preset } | { readonly problems: readonly ServiceProblem[] }

/** Makes a known service of what an owner has said of it. */
export function makeService({ id, options }: KnownService, own: Branch): Made {
  const problems = options
    .filter(({ name, isRequired }) => isRequired && `${own[name] ?? ''}`.trim() === '')
    .map(({ name, example }) => ({ option: name, code: 'missing' as const, value: '', example }))
  if (problems.length > 0) return { problems }
  try {
    return { preset: makePreset(id, own) }
  } catch (error) {
    if (!(error instanceof ConsentError)) throw error
    // Presets name the option as code has it: `ga4({ id: '…' })`, or in words.
    const [, named = ''] = /\{ (\w+): /.exec(error.message) ?? []
    const option =
      options.find(({ name }) => name === named) ??
      options.find(({ name }) => error.message.includes(name)) ??
      options[0]
    const { name = '', example = '' } = option ?? {}
    return { problems: [{ option: name, code: 'form', value: `${own[name] ?? ''}`, example }] }
  }
}
