import { page } from './page.ts'

/** What the build gives js-cookie for its `document`: the page's cookies, past elements named "cookie". */
export const cookieJar = {
  get cookie(): string {
    return page.cookie
  },
  set cookie(text) {
    Reflect.set(Document.prototype, 'cookie', text, document)
  },
}
