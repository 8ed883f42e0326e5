import {
  type FunctionalComponent,
  h,
  onMounted,
  onUnmounted,
  type Ref,
  shallowReadonly,
  shallowRef,
} from 'vue'
import type { Consent } from '../../core/src/consent.ts'

/**
 * Starts the consent when the component that calls this is mounted, and undoes that with it. Call it in the
 * setup of one component that stays, such as the outermost. The server does no harm.
 */
export function useConsentBanner(consent: Pick<Consent, 'start' | 'destroy'>): void {
  onMounted(() => consent.start())
  onUnmounted(() => consent.destroy())
}

/**
 * True while the category is allowed. False on the server and until the component is mounted.
 *
 * @throws {ConsentError} `unknown-category`, once mounted: the message lists the known names.
 */
export function useAcceptedCategory(
  consent: Pick<Consent, '$decision' | 'acceptedCategory'>,
  name: string,
): Readonly<Ref<boolean>> {
  return useAnswer(consent, () => consent.acceptedCategory(name))
}

/**
 * True while the service is allowed. False on the server and until the component is mounted.
 *
 * @throws {ConsentError} `unknown-service`, once mounted: the message lists the known names.
 */
export function useAcceptedService(
  consent: Pick<Consent, '$decision' | 'acceptedService'>,
  name: string,
): Readonly<Ref<boolean>> {
  return useAnswer(consent, () => consent.acceptedService(name))
}

function useAnswer(
  { $decision }: Pick<Consent, '$decision'>,
  read: () => boolean,
): Readonly<Ref<boolean>> {
  const answer = shallowRef(false)
  let stop: (() => void) | undefined
  onMounted(() => {
    stop = $decision.subscribe(() => {
      answer.value = read()
    })
  })
  onUnmounted(() => stop?.())
  return shallowReadonly(answer)
}

/** What an embed is told beside the attributes of its frame. */
export interface EmbedProps {
  /** Asked for once the embed is allowed, and not before. */
  readonly src: string
  readonly category: string
  /** Id of a declared service, where the embed belongs to one. */
  readonly service?: string
}

/**
 * Draws a frame that is held until the visitor allows it, with the placeholder in its place; it is unloaded
 * again when that is taken back. Attributes are the frame's own: give it the size that it will have.
 */
export const Embed: FunctionalComponent<EmbedProps> = ({ src, category, service }, { attrs }) => {
  const frame = h('iframe', {
    ...attrs,
    // A frame that has been opened is not asked about again, so another address is another frame.
    key: [category, service, src].join(' '),
    'data-category': category,
    'data-service': service,
    'data-kelisim-src': src,
  })
  // The placeholder comes and goes beside the frame, where Vue looks after no other child.
  return h('div', { style: 'display: contents' }, [frame])
}
Embed.props = ['src', 'category', 'service']
Embed.inheritAttrs = false
