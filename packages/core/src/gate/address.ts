import { page } from '../platform/page.ts'

/** True for addresses that are loaded: https, or http on an http page. */
export function isLoadable(address: string): boolean {
  try {
    return ['https:', location.protocol].includes(new URL(address, page.baseURI).protocol)
  } catch {
    return false
  }
}
