import { useStore } from '@nanostores/preact'
import { h } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useSay } from '../form/use-state.ts'
import { pack } from '../project/share-link.ts'
import { $working } from '../project/state.ts'
import { keepFocus } from './keep-focus.ts'
import type { Shown } from './shown.ts'

interface PreviewFrameProps extends Omit<Shown, 'project'> {
  readonly screen: 'desktop' | 'phone'
  /** Counts how often it is to be shown anew. */
  readonly round: number
}

/** In CSS pixels of the page that is shown. */
const SCREENS = { desktop: [1280, 800], phone: [360, 700] } as const
const SHOW_AFTER_MS = 300

/** A page of the screen's size, made smaller where there is less room. */
export function PreviewFrame(props: PreviewFrameProps): h.JSX.Element {
  const { screen, scheme, language, layer, round } = props
  const say = useSay()
  const project = useStore($working)
  const room = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLIFrameElement>(null)
  const shows = useRef(0)
  const [width, height] = SCREENS[screen]
  const available = useWidth(room)
  const scale = Math.min(1, available / width)

  useEffect(() => (frame.current ? keepFocus(frame.current) : undefined), [])
  useEffect(() => {
    const show = (): void => {
      const target = frame.current?.contentWindow
      if (!target) return
      // Another query each time, or the page would stay and only its fragment change.
      const address = `preview.html?${++shows.current}#${pack({ project, scheme, language, layer })}`
      // Not through `src`, which would make an entry in the history of each change.
      target.location.replace(new URL(address, location.href))
    }
    const timer = setTimeout(show, SHOW_AFTER_MS)
    return () => clearTimeout(timer)
  }, [project, scheme, language, layer, round])

  return (
    <div ref={room} class="room" style={{ height: `${height * scale}px` }}>
      <iframe
        ref={frame}
        title={say('preview.frame')}
        style={{
          width: `${width}px`,
          height: `${height}px`,
          transform: `scale(${scale})`,
          marginInlineStart: `${Math.max(0, (available - width) / 2)}px`,
        }}
      />
    </div>
  )
}

/** Follows how wide an element is, in CSS pixels. */
function useWidth(element: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    if (!element.current) return
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0))
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return width
}
