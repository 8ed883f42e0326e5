import { captureConfig } from '../config/capture-config.ts'
import { decode, encode } from '../config/encoded-config.ts'
import { migrate, productOf } from './migrate.ts'
import type { Migration, Tree } from './migration.ts'

/** Runs a file as the command does, and turns what it gives to the banner into ours. */
export function moved(source: string): Migration {
  const config = decode(encode(captureConfig(source))) as Tree
  const product = productOf(config)
  if (!product) throw new Error(`Nobody knows ${encode(config)}`)
  return migrate(product, config)
}

/** What was lost, one line each. */
export const lostIn = ({ lost }: Migration): string[] =>
  lost.map(({ path, reason }) => `${path} ${reason}`)
