import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atOurEnd } from './our-end.ts'

/** A folder that is gone when this process is. */
export interface TemporaryFolder {
  readonly path: string
  remove(): Promise<void>
}

// A browser that was just told to end may still write into its folder.
const FIRMLY = { recursive: true, force: true, maxRetries: 4, retryDelay: 50 } as const

/** Makes an empty folder outside the repository. */
export async function makeTemporaryFolder(purpose: string): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), `kelisim-${purpose}-`))
  const forget = atOurEnd(() => rmSync(path, FIRMLY))
  return {
    path,
    async remove() {
      forget()
      await rm(path, FIRMLY)
    },
  }
}
