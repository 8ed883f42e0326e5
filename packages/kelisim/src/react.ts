import {
  createElement,
  type IframeHTMLAttributes,
  type ReactElement,
  useEffect,
  useSyncExternalStore,
} from 'react'
import type { Consent } from '../../core/src/consent.ts'

/** What names a service or category of an embed, and the attributes of its frame. */
export interface EmbedProps extends Omit<IframeHTMLAttributes<HTMLIFrameElement>, 'src'> {
  /** Asked for once the embed is allowed, and not before. */
  readonly src: string
  readonly category: string
  /** Id of a declared service, where the embed belongs to one. */
  readonly service?: string
}

/**
 * Starts the consent when the component that calls this is mounted, and undoes that with it. Call it in one
 * component that stays, such as the outermost. StrictMode and the server do no harm.
 */
export function useConsentBanner(consent: Pick<Consent, 'start' | 'destroy'>): void {
  useEffect(() => {
    consent.start()
    return () => consent.destroy()
  }, [consent])
}

/**
 * True while the category is allowed; the component is drawn again when that changes. False on the server
 * and in the first draw after it.
 *
 * @throws {ConsentError} `unknown-category`: the message lists the known names.
 */
export function useAcceptedCategory(
  consent: Pick<Consent, '$decision' | 'acceptedCategory'>,
  name: string,
): boolean {
  return useAnswer(consent, () => consent.acceptedCategory(name))
}

/**
 * True while the service is allowed; the component is drawn again when that changes. False on the server
 * and in the first draw after it.
 *
 * @throws {ConsentError} `unknown-service`: the message lists the known names.
 */
export function useAcceptedService(
  consent: Pick<Consent, '$decision' | 'acceptedService'>,
  name: string,
): boolean {
  return useAnswer(consent, () => consent.acceptedService(name))
}

function useAnswer({ $decision }: Pick<Consent, '$decision'>, read: () => boolean): boolean {
  return useSyncExternalStore($decision.listen, read, () => false)
}

/**
 * Draws a frame that is held until the visitor allows it, with the placeholder in its place; it is unloaded
 * again when that is taken back. Give it the size that it will have.
 */
export function Embed({ src, category, service, ...rest }: EmbedProps): ReactElement {
  const frame = createElement('iframe', {
    ...rest,
    // A frame that has been opened is not asked about again, so another address is another frame.
    key: [category, service, src].join(' '),
    'data-category': category,
    'data-service': service,
    'data-kelisim-src': src,
    // It may have been opened before this page was hydrated.
    suppressHydrationWarning: true,
  })
  // The placeholder comes and goes beside the frame, where React looks after no other child.
  return createElement('div', { style: { display: 'contents' } }, frame)
}
