/** Text to compare with, in a form that survives the way into a page. */
type TextPattern = string | { readonly source: string; readonly flags: string }

/** What to look for in a page: a CSS selector, or a role with an accessible name. */
export type PageTarget = string | { readonly role: string; readonly name?: TextPattern }

/** An element as a person meets it. */
export interface Found {
  readonly role: string
  readonly name: string
  /** Visible text, spaces collapsed. */
  readonly text: string
  readonly value: string | null
  /** `null` where nothing can be checked. */
  readonly checked: boolean | null
  readonly expanded: boolean | null
  readonly disabled: boolean
  readonly focused: boolean
  /** Border box in CSS pixels, from the top left corner of the viewport. */
  readonly box: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  }
  /** Point to press at, in the same pixels. */
  readonly x: number
  readonly y: number
  /** Tag name of what lies above that point, or `null` when a press there reaches the element. */
  readonly coveredBy: string | null
}

/**
 * Source of a script that defines `findInPage(target, scroll)` and `focusedInPage()`.
 *
 * The functions below run inside the page, so they may only use one another.
 */
export function inPageSource(): string {
  return [`const document = ${PAST_NAMES}`, ...IN_PAGE.map((part) => part.toString())].join('\n')
}

// Pages have elements that are named like a member of document, and hide it.
const PAST_NAMES = `new Proxy({}, {
  get(_, name) {
    const value = Reflect.get(Document.prototype, name, window.document)
    return typeof value === 'function' ? value.bind(window.document) : value
  },
})`

const IN_PAGE = [
  attributeOf,
  allElements,
  parentOf,
  topmostAt,
  roleOf,
  nameOf,
  labelText,
  contentText,
  isShown,
  matches,
  describe,
  checkedOf,
  coverOf,
  findInPage,
  focusedInPage,
]

function findInPage(target: PageTarget, scroll: boolean): Found | null {
  let first: Found | null = null
  for (const element of allElements(document)) {
    if (!matches(element, target) || !isShown(element)) continue
    if (scroll) element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
    const found = describe(element)
    if (found.coveredBy === null) return found
    first ??= found
  }
  return first
}

function focusedInPage(): Found | null {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element && element !== document.body ? describe(element) : null
}

// A form's field may be named like a method, and hide it.
function attributeOf(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name)
}

function allElements(root: Document | ShadowRoot): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) =>
    element.shadowRoot ? [element, ...allElements(element.shadowRoot)] : [element],
  )
}

function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot
  const parent = element.parentNode
  return parent instanceof ShadowRoot ? parent.host : element.parentElement
}

function topmostAt(x: number, y: number): Element | null {
  let root: Document | ShadowRoot = document
  let top: Element | null = null
  for (;;) {
    const next: Element | null = root.elementFromPoint(x, y)
    if (!next || next === top) return top
    top = next
    if (!next.shadowRoot) return next
    root = next.shadowRoot
  }
}

function roleOf(element: Element): string {
  const given = attributeOf(element, 'role')?.trim().split(/\s+/)[0]
  if (given) return given
  const tag = element.localName
  if (/^h[1-6]$/.test(tag)) return 'heading'
  if (tag === 'a' || tag === 'area') return element.hasAttribute('href') ? 'link' : 'generic'
  if (element instanceof HTMLInputElement) {
    if (element.type === 'checkbox' || element.type === 'radio') return element.type
    if (element.type === 'range') return 'slider'
    return /^(button|submit|reset|image)$/.test(element.type) ? 'button' : 'textbox'
  }
  const roles: Record<string, string> = {
    aside: 'complementary',
    button: 'button',
    details: 'group',
    dialog: 'dialog',
    fieldset: 'group',
    footer: 'contentinfo',
    form: 'form',
    header: 'banner',
    iframe: 'iframe',
    img: 'img',
    li: 'listitem',
    main: 'main',
    nav: 'navigation',
    ol: 'list',
    option: 'option',
    section: 'region',
    select: 'combobox',
    summary: 'button',
    table: 'table',
    textarea: 'textbox',
    ul: 'list',
  }
  return roles[tag] ?? 'generic'
}

function nameOf(element: Element): string {
  const root = element.getRootNode() as Document | ShadowRoot
  const ids = attributeOf(element, 'aria-labelledby')?.trim().split(/\s+/) ?? []
  const labelled = ids.map((id) => contentText(root.getElementById(id))).join(' ')
  const own = () => labelText(element) || attributeOf(element, 'alt') || ''
  const named = /^(button|link|checkbox|switch|radio|heading|option|tab|menuitem|listitem)$/
  const content = () => (named.test(roleOf(element)) ? contentText(element) : '')
  const name =
    labelled.trim() ||
    attributeOf(element, 'aria-label')?.trim() ||
    own() ||
    content() ||
    attributeOf(element, 'title') ||
    ''
  return name.replace(/\s+/g, ' ').trim()
}

function labelText(element: Element): string {
  if (element instanceof HTMLInputElement && /^(button|submit|reset)$/.test(element.type)) {
    return element.value
  }
  const labels = (element as HTMLInputElement).labels ?? []
  const text = [...labels].map((label) => contentText(label)).join(' ')
  return text || attributeOf(element, 'placeholder') || ''
}

function contentText(node: Node | null): string {
  if (!node) return ''
  if (node instanceof Text) return node.data
  if (!(node instanceof Element) || attributeOf(node, 'aria-hidden') === 'true') return ''
  if (/^(script|style|template)$/.test(node.localName)) return ''
  if (node instanceof HTMLImageElement) return node.alt
  const assigned = node instanceof HTMLSlotElement ? node.assignedNodes() : []
  const children = assigned.length > 0 ? assigned : (node.shadowRoot ?? node).childNodes
  const text = [...children].map((child) => contentText(child)).join('')
  return getComputedStyle(node).display.startsWith('inline') ? text : ` ${text} `
}

function isShown(element: Element): boolean {
  const box = element.getBoundingClientRect()
  return box.width > 0 && box.height > 0 && element.checkVisibility({ visibilityProperty: true })
}

function matches(element: Element, target: PageTarget): boolean {
  if (typeof target === 'string') return element.matches(target)
  if (roleOf(element) !== target.role) return false
  if (target.name === undefined) return true
  const name = nameOf(element)
  if (typeof target.name === 'string') return name === target.name.replace(/\s+/g, ' ').trim()
  return new RegExp(target.name.source, target.name.flags).test(name)
}

function describe(element: Element): Found {
  const box = element.getBoundingClientRect()
  // A link may break over two lines; the middle of both together can lie between them.
  const line = [...element.getClientRects()].find((rect) => rect.width > 0) ?? box
  const x = line.x + line.width / 2
  const y = line.y + line.height / 2
  const expanded = attributeOf(element, 'aria-expanded')
  const open = element instanceof HTMLDetailsElement ? element.open : null
  return {
    role: roleOf(element),
    name: nameOf(element),
    text: contentText(element).replace(/\s+/g, ' ').trim(),
    value: (element as HTMLInputElement).value ?? null,
    checked: checkedOf(element),
    expanded: expanded ? expanded === 'true' : open,
    disabled: element.matches(':disabled') || attributeOf(element, 'aria-disabled') === 'true',
    focused: element.matches(':focus'),
    box: { x: box.x, y: box.y, width: box.width, height: box.height },
    x,
    y,
    coveredBy: coverOf(element, x, y),
  }
}

function checkedOf(element: Element): boolean | null {
  const given = attributeOf(element, 'aria-checked')
  if (given) return given === 'true'
  if (!(element instanceof HTMLInputElement)) return null
  return /^(checkbox|radio)$/.test(element.type) ? element.checked : null
}

function coverOf(element: Element, x: number, y: number): string | null {
  const top = topmostAt(x, y)
  const label = top?.closest('label')
  if (label && label.control === element) return null
  for (let step = top; step; step = parentOf(step)) if (step === element) return null
  return top ? top.localName : 'nothing: it lies outside the viewport'
}
