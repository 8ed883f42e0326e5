import { makeStub } from './vendor-globals.ts'

/**
 * Makes the stub of a client that reads its settings from the list `_i` and replaces the stub, as
 * PostHog and Mixpanel do.
 */
export function makeSnippetStub(
  name: string,
  version: number,
  token: string,
  config: object,
): void {
  makeStub(name, 'push', () =>
    Object.assign([], { people: [], _i: [[token, config, name]], __SV: version }),
  )
}
