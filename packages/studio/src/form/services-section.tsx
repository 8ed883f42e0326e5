import { useStore } from '@nanostores/preact'
import { h } from 'preact'
import { knownServices } from '../project/known-services.ts'
import { presetsOf } from '../project/presets-of.ts'
import { $project, setValue } from '../project/state.ts'
import type { Tree } from '../project/tree.ts'
import { focusSoon } from './focus-soon.ts'
import { OwnService } from './own-service.tsx'
import { PresetFields } from './preset-fields.tsx'
import { Section } from './section.tsx'
import { ServiceSearch } from './service-search.tsx'
import { idOf, useSay } from './use-state.ts'

const OWN = ['options', 'services'] as const

/** Which third parties there are. */
export function ServicesSection(): h.JSX.Element {
  const say = useSay()
  const project = useStore($project)
  const { services } = project.options
  const own = Array.isArray(services) ? (services as readonly Tree[]) : []
  const addOwn = (): void => {
    setValue([...OWN, own.length], { id: `service-${own.length + 1}`, category: 'functional' })
    focusSoon(idOf([...OWN, own.length, 'id']))
  }
  return (
    <Section name="services">
      {presetsOf(project).map(([id]) => {
        const known = knownServices.get(id)
        return known && <PresetFields key={id} service={known} />
      })}
      {own.map((_, index) => (
        <OwnService key={index} path={[...OWN, index]} />
      ))}
      <ServiceSearch />
      <button type="button" onClick={addOwn}>
        {say('services.addOwn')}
      </button>
    </Section>
  )
}
