import { page } from './page.ts'

/**
 * The page's cookies, past elements named "cookie", for reading and writing. The build gives it to
 * js-cookie for its `document`.
 */
export const cookieJar = {
  get cookie(): string {
    return page.cookie
  },
  set cookie(text) {
    Reflect.set(Document.prototype, 'cookie', text, document)
  },
}
