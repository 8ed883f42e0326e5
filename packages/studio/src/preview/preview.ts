/** Shows the real notice in the frame of Studio. What it shows is in the address, and nothing else is read. */
import { knownServices } from '../project/known-services.ts'
import { toProject } from '../project/project.ts'
import { unpack } from '../project/share-link.ts'
import { isBranch } from '../project/tree.ts'
import { lookStyle } from '../result/look-style.ts'
import { RELEASE } from '../result/release.ts'
import { tagParts } from '../result/tag-parts.ts'
import { isLanguage } from '../texts.ts'
import { playScheme } from './play-scheme.ts'
import { tellFocus } from './tell-focus.ts'

interface Api {
  showPreferences(): void
}

const value = unpack(location.hash.slice(1))
const shown = isBranch(value) ? value : {}
const project = toProject(shown['project'], [...knownServices.keys()])
const language = isLanguage(shown['language']) ? shown['language'] : 'ru'
const parts = tagParts({
  ...project,
  options: { ...project.options, language, preview: true, autoShow: true },
})

document.documentElement.lang = language
playScheme(shown['scheme'] === 'dark' ? 'dark' : 'light')
tellFocus()
const style = new CSSStyleSheet()
style.replaceSync(lookStyle(project.look))
document.adoptedStyleSheets.push(style)

const config = document.createElement('script')
config.type = 'application/json'
config.dataset['kelisimConfig'] = ''
config.textContent = JSON.stringify(parts.config)
const tag = document.createElement('script')
for (const [name, text] of Object.entries(parts.attributes)) tag.setAttribute(name, text)
tag.src = `${RELEASE}kelisim.js`
const calls = (
  shown['layer'] === 'preferences' ? [(api: Api) => api.showPreferences()] : []
) as unknown[]
Object.assign(window, { kelisim: calls })
document.head.append(config, tag)

// A link of the notice leads away from the preview.
addEventListener('click', (event) => {
  const isLink = event.composedPath().some((part) => part instanceof HTMLAnchorElement)
  if (isLink) event.preventDefault()
})
