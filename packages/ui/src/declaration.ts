import type { Layer, LayerPorts } from '../../core/src/gate/layer.ts'
import type { OwnEntry } from '../../core/src/on-demand/own-storage.ts'
import type { Messages } from '../../core/src/view.ts'
import { declarationCss } from './declaration/sheet.ts'
import type { Declaration } from './declaration/declaration.ts'
import { describeDeclaration } from './declaration/describe.ts'
import { drawDeclaration } from './declaration/draw.ts'
import { headingLevel } from './declaration/heading-level.ts'
import { element as make } from './element.ts'
import { linkAddress } from './link-address.ts'
import { createDialogWords } from './preferences/dialog-words.ts'
import { createWords, textsFile } from './words.ts'

/** What declarations are drawn with. */
export interface DeclarationScene extends Pick<LayerPorts, 'state'> {
  /** What Kelisim itself keeps. */
  readonly own: readonly OwnEntry[]
  /** The language for an element: the page's, where it is offered. */
  readonly languageOf: (element: Element) => string
}

/** One element of the page with its table. */
interface Shown {
  readonly before: readonly Node[]
  readonly language: string
  readonly tree: HTMLElement
  /** How often the page has taken the table away. */
  readonly losses: number
}

// A page that insists on taking it away wins.
const MOST_RETURNS = 3

/**
 * Fills elements of the page with the table of all that is used, until undone. Each speaks the language of
 * the page around it, and follows when that changes; what was in it before comes back in the end.
 */
export function mountDeclarations({ state, own, languageOf }: DeclarationScene): Layer {
  const { asked, files, options, report } = state
  const shown = new Map<Element, Shown>()
  const sheet = new CSSStyleSheet()
  const roots = new Set<DocumentOrShadowRoot>()
  let found: readonly Element[] = []

  const describe = async (language: string): Promise<Declaration> => {
    const layers = ['notice', 'preferences', 'periods', 'details', 'declaration'] as const
    const tables = await Promise.all(
      layers.map((layer) =>
        files.use(textsFile(layer, language, state), (file: { default: Messages }) => file.default),
      ),
    )
    const texts: Messages = Object.assign({}, ...tables)
    const words = createDialogWords(options, createWords(options, language, texts), texts)
    return describeDeclaration({ options, asked, own, link: linkAddress }, words)
  }
  const draw = async (element: Element): Promise<void> => {
    const language = languageOf(element)
    const last = shown.get(element)
    const losses = last?.language === language ? last.losses + 1 : 0
    const isDone = (): boolean => {
      const now = shown.get(element)
      return now?.language === language && now.tree.parentNode === element
    }
    if (isDone() || losses > MOST_RETURNS) return
    try {
      const declaration = await describe(language)
      // Meanwhile it may have been drawn, left the page, or changed its language.
      if (isDone() || !found.includes(element) || languageOf(element) !== language) return
      const tree = drawDeclaration(declaration, { make, heading: headingLevel(element) })
      const before = shown.get(element)?.before ?? [...element.childNodes]
      shown.set(element, { before, language, tree, losses })
      adopt(element.getRootNode() as Document | ShadowRoot)
      element.replaceChildren(tree)
    } catch (cause) {
      report('view-failed', 'declaration', cause)
    }
  }
  const adopt = (root: DocumentOrShadowRoot): void => {
    if (roots.has(root)) return
    roots.add(root)
    root.adoptedStyleSheets.push(sheet)
  }
  const release = (element: Element, { before, tree }: Shown): void => {
    shown.delete(element)
    if (tree.parentNode === element) element.replaceChildren(...before)
  }
  const observer = new MutationObserver(() => found.forEach((element) => void draw(element)))
  sheet.replaceSync(declarationCss)
  observer.observe(document.documentElement, { attributeFilter: ['lang'], subtree: true })
  return {
    show(next) {
      found = next
      for (const [element, it] of shown) if (!next.includes(element)) release(element, it)
      for (const element of next) void draw(element)
    },
    stop() {
      observer.disconnect()
      found = []
      for (const [element, it] of shown) release(element, it)
      for (const { adoptedStyleSheets: sheets } of roots) sheets.splice(sheets.indexOf(sheet), 1)
      roots.clear()
    },
  }
}
