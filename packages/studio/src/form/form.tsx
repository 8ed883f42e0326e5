import { Fragment, h } from 'preact'
import { fieldsOf, type Section as SectionName } from '../project/fields.ts'
import type { Release } from '../result/release.ts'
import { CategoriesSection } from './categories-section.tsx'
import { LanguagesSection } from './languages-section.tsx'
import { LookSection } from './look-section.tsx'
import { SchemaField } from './schema-field.tsx'
import { Section } from './section.tsx'
import { ServicesSection } from './services-section.tsx'
import { TextField } from './text-field.tsx'
import { useSay } from './use-state.ts'

/** Everything an owner can set up. */
export function Form({ release }: { release: Release }): h.JSX.Element {
  const say = useSay()
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <ServicesSection />
      <CategoriesSection />
      <Section name="operator">
        <Fields of="operator" />
      </Section>
      <Section name="policy">
        <Fields of="policy" />
      </Section>
      <LanguagesSection />
      <LookSection />
      <Section name="further" isFolded>
        <Fields of="further" />
        <TextField
          path={['base']}
          label={say('further.base')}
          hint={say('further.baseHint', { base: `/kelisim/${release.version}/` })}
        />
      </Section>
    </form>
  )
}

function Fields({ of }: { of: SectionName }): h.JSX.Element {
  return (
    <Fragment>
      {fieldsOf(of).map((field) => (
        <SchemaField key={field.path.join('.')} field={field} base={['options']} />
      ))}
    </Fragment>
  )
}
