/** Empties what is published before a build, so that no file of an earlier one is packed. */
import { rmSync } from 'node:fs'

rmSync('packages/kelisim/dist', { recursive: true, force: true })
