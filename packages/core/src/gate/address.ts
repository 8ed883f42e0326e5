import { page } from '../platform/page.ts'

/**
 * True for addresses that are loaded: https, or http on an http page.
 *
 * @throws {TypeError} What is no address at all.
 */
export const isLoadable = (address: string): boolean =>
  ['https:', location.protocol].includes(new URL(address, page.baseURI).protocol)
