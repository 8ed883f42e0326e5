/** Empties what is built before a build, so that no file of an earlier one is packed or served. */
import { rmSync } from 'node:fs'

rmSync('packages/kelisim/dist', { recursive: true, force: true })
rmSync('packages/studio/dist', { recursive: true, force: true })
