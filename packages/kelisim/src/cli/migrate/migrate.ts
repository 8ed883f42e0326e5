import { fromKlaro } from './from-klaro.ts'
import { fromTarteaucitron } from './from-tarteaucitron.ts'
import { fromVanilla2 } from './from-vanilla-2.ts'
import { fromVanilla3 } from './from-vanilla-3.ts'
import { type Migration, type Product, type Tree, treeIn } from './migration.ts'

const readers: Readonly<Record<Product, (config: Tree) => Migration>> = {
  'vanilla-cookieconsent-2': fromVanilla2,
  'vanilla-cookieconsent': fromVanilla3,
  klaro: fromKlaro,
  tarteaucitron: fromTarteaucitron,
}

/** Every banner that a configuration can come from. */
export const products = Object.keys(readers) as readonly Product[]

/** Tells by its shape whose configuration it is; undefined for one that nobody knows. */
export function productOf(config: Tree): Product | undefined {
  if ('languages' in config && !Array.isArray(config['languages'])) return 'vanilla-cookieconsent-2'
  if (treeIn(config['language'])['translations'] || treeIn(config['categories'])['necessary'])
    return 'vanilla-cookieconsent'
  if (Array.isArray(config['services']) || Array.isArray(config['apps'])) return 'klaro'
  if (['job', 'hashtag', 'highPrivacy', 'privacyUrl'].some((key) => key in config))
    return 'tarteaucitron'
  return undefined
}

/** Turns a configuration of another banner into ours. */
export const migrate = (product: Product, config: Tree): Migration => readers[product](config)
