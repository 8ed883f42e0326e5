import { expect, test } from 'vitest'
import { sayIn } from '../texts.ts'
import { knownServices } from './known-services.ts'
import { problemsOfProject } from './problems-of-project.ts'
import { emptyProject, type Project } from './project.ts'

const problems = (project: Partial<Project>) =>
  problemsOfProject({ ...emptyProject, ...project }, 'en', sayIn('en'))
const pathsOf = (project: Partial<Project>) => problems(project).map(({ path }) => path.join('.'))

test('finds nothing in an empty project', () => {
  expect(problems({})).toEqual([])
})

test('places what the validator says at the option', () => {
  expect(problems({ options: { operator: { name: 'x', bin: '12' } } })).toEqual([
    {
      path: ['options', 'operator', 'bin'],
      text: expect.stringMatching(/^"12" does not fit\. Write a text such as ".*\.$/),
    },
  ])
})

test.each([...knownServices.values()])('$id can be set up with what its fields show', (known) => {
  const required = known.options.filter(({ isRequired }) => isRequired)
  const named = Object.fromEntries(required.map(({ name, example }) => [name, example]))
  expect(problems({ presets: { [known.id]: named } })).toEqual([])
  expect(pathsOf({ presets: { [known.id]: {} } })).toEqual(
    required.map(({ name }) => `presets.${known.id}.${name}`),
  )
})

test.each([...knownServices.values()])('a wrong value of $id is told at its field', (known) => {
  for (const { name, isRequired, kind, example } of known.options) {
    if (!isRequired || kind !== 'text') continue
    const others = known.options.filter((option) => option.isRequired)
    const named = Object.fromEntries(others.map((option) => [option.name, option.example]))
    const found = pathsOf({ presets: { [known.id]: { ...named, [name]: `${example} «»` } } })
    expect(found).toEqual([`presets.${known.id}.${name}`])
  }
})

test('places what is wrong among all services at the service', () => {
  const options = { categories: ['marketing'], services: [{ id: 'ga4', category: 'marketing' }] }
  const presets = { ga4: { id: 'G-AB12', category: 'marketing' }, youtube: {} }
  expect(pathsOf({ options, presets })).toEqual(['presets.ga4.id', 'presets.youtube.category'])
})

test('a category of one’s own needs a name', () => {
  expect(pathsOf({ options: { categories: [{ id: 'ai-training' }] } })).toEqual([
    'options.categories.0.label.ru',
  ])
})

test.each(['kelisim', '/kelisim', '/a"b/', '//evil.example/', 'http://a.example/'])(
  'refuses the folder %s',
  (base) => {
    expect(pathsOf({ base })).toEqual(['base'])
  },
)

test.each(['/', '/kelisim/1.0.0/', 'https://cdn.example.kz/kelisim/'])(
  'takes the folder %s',
  (base) => {
    expect(problems({ base })).toEqual([])
  },
)
