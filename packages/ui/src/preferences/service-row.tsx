import { h, type VNode } from 'preact'
import type { Service } from '../../../core/src/model/options.ts'
import type { DialogScene } from './dialog-scene.ts'
import { Switch } from './switch.tsx'

interface ServiceProps extends DialogScene {
  readonly service: Service
  /** Left out for services that cannot be switched off. */
  readonly onSwitch?: (on: boolean) => void
}

/** One service with its own switch; what is known about it comes when its category is unfolded. */
export function ServiceRow({ service, onSwitch, ...scene }: ServiceProps): VNode {
  const { draft, words, redraw, parts, folds } = scene
  const { id, name = id } = service
  return (
    <div class="service" part="service">
      <div class="row">
        <h4 dir="auto">{words.own(name)}</h4>
        {onSwitch && (
          <Switch
            label={words.own(name)}
            isOn={draft.isServiceOn(id)}
            onSwitch={onSwitch}
            redraw={redraw}
          />
        )}
      </div>
      {folds.has(service.category) && parts.details?.draw(scene, id)}
    </div>
  )
}
