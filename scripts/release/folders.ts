import { fileURLToPath } from 'node:url'

/** Root of the workspace, with a slash at the end. */
export const ROOT: string = fileURLToPath(new URL('../..', import.meta.url))

/** The published package. */
export const PACKAGE: string = `${ROOT}packages/kelisim/`

/** Everything that is built. */
export const DIST: string = `${PACKAGE}dist/`

/** The files for script tags. */
export const BROWSER: string = `${DIST}browser/`
