import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { engines } from './engines.ts'
import { noted, openWorld, page } from './hostile/page.ts'
import { button, notice, reopenControl } from './pages/words.ts'
import { setStage } from './stage.ts'

const HOST = 'https://shop.example.com.kz'
const BUILT =
  process.env['KELISIM_DIST'] ??
  fileURLToPath(new URL('../../packages/kelisim/dist/browser', import.meta.url))
const SNIPPET = readFileSync(`${BUILT}/snippet.js`, 'utf8')
const NONCE = 'r4nd'
const AHEAD = ['/kelisim/notice.js', '/kelisim/notice.ru.js']
const FIRST_VISIT = ['/kelisim/kelisim.js', ...AHEAD]
/** Where the core is missing, nobody but the snippet asks for files. */
const NO_CORE = { src: '/missing/kelisim.js' }

interface Head {
  readonly src?: string
  readonly attributes?: string
  readonly nonce?: string
  readonly text?: string
}

/** The tag and the snippet, as an owner pastes them. */
const head = ({
  src = '/kelisim/kelisim.js',
  attributes = '',
  nonce,
  text = SNIPPET,
}: Head = {}) => {
  const own = nonce ? `nonce="${nonce}"` : ''
  return `<script async src="${src}" ${own} data-policy-url="/privacy" ${attributes}></script>
<script ${own}>${text}</script>`
}

describe.each(engines)('the snippet in %s', (engine) => {
  const stage = setStage(engine)

  beforeAll(() => {
    openWorld(stage.site)
    // As files of a release are served. Without it Firefox fetches what was preloaded once more.
    stage.site.directory('/kelisim/', BUILT, { 'cache-control': 'public, max-age=31536000' })
    stage.site.directory('/missing/', BUILT)
    stage.site.route('/missing/kelisim.js', { status: 404 })
  })

  const visit = async (body: string, policy?: string, path = '/') => {
    const headers = policy ? { 'content-security-policy': policy } : {}
    stage.site.route(HOST + path, { body, headers })
    const tab = await stage.newTab()
    await tab.goto(HOST + path, 'load')
    return tab
  }
  const fetched = () =>
    stage.site
      .requests()
      .map(({ url }) => url.pathname)
      // Others may still be on their way from the test before.
      .filter((path) => /^\/(kelisim|missing)\/(kelisim|notice|site)\b.*js$/.test(path))
      .sort()
  const preloaded = () => fetched().filter((path) => path !== '/missing/kelisim.js')

  test.each(['', 'https://cdn.example'])(
    'has what the notice needs fetched once from "%s", and the notice works',
    async (origin) => {
      const tab = await visit(page({ head: head({ src: `${origin}/kelisim/kelisim.js` }) }))
      await tab.see(notice())
      expect(fetched()).toEqual(FIRST_VISIT)
      await tab.click(button('notice.accept'))
      await tab.see(reopenControl())
      expect(await noted(tab)).toEqual({ ran: [], faults: [], violations: [] })
    },
  )

  test('fetches the notice ahead of the core, in the language of the page', async () => {
    await visit(page({ lang: 'kz', head: head(NO_CORE) }))
    await expect.poll(preloaded).toEqual(['/missing/notice.js', '/missing/notice.kk.js'])
  })

  test.each([
    ['a choice is stored', '', '__Host-kelisim'],
    ['a choice is stored for all subdomains', '', 'kelisim-site'],
    ['the owner shows the notice', 'data-auto-show="false"', ''],
  ])('fetches nothing ahead when %s', async (_, attributes, cookie) => {
    const body = page({ head: head({ ...NO_CORE, attributes }) })
    const tab = await visit(page({ head: '' }), undefined, '/empty')
    if (cookie) await tab.setCookie({ name: cookie, value: 'stored' })
    stage.site.route(`${HOST}/`, body)
    await tab.goto(`${HOST}/`, 'load')
    expect(await tab.evaluate(() => document.querySelectorAll('link').length)).toBe(0)
    expect(preloaded()).toEqual([])
  })

  test('fetches the file of a shared choice ahead, on every visit', async () => {
    const attributes = 'data-cookie-scope="site" data-auto-show="false"'
    await visit(page({ head: head({ ...NO_CORE, attributes }) }))
    await expect.poll(preloaded).toEqual(['/missing/site.js'])
  })

  test('fetches nothing ahead for the variant in one file', async () => {
    const tab = await visit(page({ head: head({ src: '/kelisim/kelisim.full.js' }) }))
    await tab.see(notice())
    expect(fetched()).toEqual(['/kelisim/kelisim.full.js'])
  })

  test('works under a nonce, lends it to what it fetches, and breaks no rule', async () => {
    const policy = `default-src 'none'; img-src 'self'; script-src 'nonce-${NONCE}'`
    const tab = await visit(page({ nonce: NONCE, head: head({ nonce: NONCE }) }), policy)
    await tab.see(notice())
    expect(fetched()).toEqual(FIRST_VISIT)
    expect(await noted(tab)).toEqual({ ran: [], faults: [], violations: [] })
  })

  test('works under its published hash, Trusted Types and a list of hosts', async () => {
    const hash = createHash('sha256').update(SNIPPET).digest('base64')
    const policy = `default-src 'none'; img-src 'self'; script-src 'self' 'sha256-${hash}'; require-trusted-types-for 'script'; trusted-types kelisim`
    const tab = await visit(page({ head: head() }), policy)
    await tab.see(notice())
    expect(fetched()).toEqual(FIRST_VISIT)
    expect(await noted(tab)).toEqual({ ran: [], faults: [], violations: [] })
  })

  test('may be forbidden or stand before the tag; then the tag works alone', async () => {
    const forbidden = page({ head: head() })
    const tab = await visit(
      forbidden,
      "default-src 'none'; img-src 'self'; script-src 'self'",
      '/forbidden',
    )
    await tab.see(notice())
    expect(fetched()).toEqual(FIRST_VISIT)
    const [tag = '', snippet = ''] = head().split('\n')
    const other = await visit(page({ head: snippet + tag }), undefined, '/before')
    await other.see(notice())
    expect(await noted(other)).toEqual({ ran: [], faults: [], violations: [] })
  })

  test.each([
    ['an element', '<div id="kelisim"></div>'],
    ['a form with a field "push"', '<form id="kelisim"><input name="push"></form>'],
    ['two elements', '<p id="kelisim"></p><p id="kelisim"></p>'],
    [
      'a frame of another site',
      '<iframe name="kelisim" src="https://tracker.example/one.js"></iframe>',
    ],
    [
      'elements named after what it reads',
      '<img name="cookie"><img name="querySelector"><img name="createElement">',
    ],
  ])('is not misled by %s', async (_, hostile) => {
    const push = `<script>kelisim.push(() => ran.push('called'))</script>`
    const tab = await visit(page({ head: '', body: hostile + head() + push }))
    await tab.see(notice())
    await tab.waitFor(() => ran.length > 0)
    expect(await noted(tab)).toEqual({ ran: ['called'], faults: [], violations: [] })
    expect(fetched()).toEqual(FIRST_VISIT)
  })

  test('leaves an import map that follows in force', async () => {
    stage.site.route(`${HOST}/mapped.js`, { body: `ran.push('mapped')` })
    const body = `<script type="importmap">{ "imports": { "mapped": "/mapped.js" } }</script>
      <script type="module">import 'mapped'</script>`
    const tab = await visit(page({ head: head(NO_CORE), body }), undefined, '/mapped')
    await expect.poll(preloaded).toHaveLength(2)
    await tab.waitFor(() => ran.length > 0)
    expect(await noted(tab)).toEqual({ ran: ['mapped'], faults: [], violations: [] })
  })

  test('keeps a queue that is there, and the tag drains it', async () => {
    const before = `<script>kelisim = [(api) => ran.push('before ' + api.acceptedCategory('necessary'))]</script>`
    const after = `<script>kelisim.push({ policy: { url: '/pushed' } }, () => ran.push('after'))</script>`
    const tab = await visit(page({ head: before + head() + after }))
    await tab.see(notice())
    await expect.poll(() => noted(tab)).toMatchObject({ ran: ['after', 'before true'], faults: [] })
    expect(await tab.evaluate(() => typeof kelisim.acceptAll)).toBe('function')
  })
})
