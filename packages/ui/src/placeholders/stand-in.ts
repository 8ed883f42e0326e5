// While an element is not rendered, its computed style says what the stylesheets say, such as 100 % or auto;
// while it is, only pixels.
// Source: CSSOM, "resolved values".
const COPIED = [
  'position',
  'inset',
  'z-index',
  'float',
  'clear',
  'box-sizing',
  'width',
  'height',
  'min-width',
  'min-height',
  'max-width',
  'max-height',
  'aspect-ratio',
  'margin',
  'padding',
  'border-width',
  'border-radius',
  'flex',
  'order',
  'align-self',
  'justify-self',
  'grid-area',
  'vertical-align',
  'transform',
]

/** Takes and gives back the place of an element in the page's layout. */
export interface StandIn {
  /** Measures the place again. */
  fit(): void
  /** Shows the element again. */
  stop(): void
}

/**
 * Hides a frame and gives the host its place: the same size, margins and part in the layout around it, in
 * the page's own terms, so that it follows the window.
 */
export function standIn(host: HTMLElement, frame: HTMLElement): StandIn {
  const before = frame.style.getPropertyValue('display')
  const priority = frame.style.getPropertyPriority('display')
  const show = (): void => {
    if (before) frame.style.setProperty('display', before, priority)
    else frame.style.removeProperty('display')
    if (!frame.getAttribute('style')) frame.removeAttribute('style')
  }
  return {
    fit() {
      show()
      host.style.display = 'none'
      const { display } = getComputedStyle(frame)
      const { offsetWidth, offsetHeight } = frame
      frame.style.setProperty('display', 'none', 'important')
      host.style.display = display === 'inline' ? 'inline-block' : display
      copyLayout(getComputedStyle(frame), host.style)
      const isSame =
        Math.abs(host.offsetWidth - offsetWidth) <= 1 &&
        Math.abs(host.offsetHeight - offsetHeight) <= 1
      if (!isSame && offsetWidth > 0) freeze(host.style, offsetWidth, offsetHeight)
    },
    stop: show,
  }
}

function copyLayout(from: CSSStyleDeclaration, to: CSSStyleDeclaration): void {
  for (const name of COPIED) to.setProperty(name, from.getPropertyValue(name))
  // A frame without a size of its own has this one.
  // Source: CSS 2.2, sections 10.3.2 and 10.6.2.
  if (from.width === 'auto') to.width = '300px'
  if (from.height === 'auto' && (from.aspectRatio || 'auto') === 'auto') to.height = '150px'
}

/** Where the page's terms mean something else for what is no frame, pixels have to do. */
function freeze(style: CSSStyleDeclaration, width: number, height: number): void {
  Object.assign(style, {
    boxSizing: 'border-box',
    aspectRatio: 'auto',
    flex: 'none',
    minWidth: '0',
    minHeight: '0',
    maxWidth: '100%',
    maxHeight: 'none',
    width: `${width}px`,
    height: `${height}px`,
  })
}
