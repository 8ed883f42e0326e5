/** What is known of the release that Studio was built with. */
export interface Release {
  readonly version: string
  /** Files for pages, each with its integrity. */
  readonly files: Readonly<Record<string, { readonly integrity: string }>>
  /** Text of the snippet that stands behind the tag. */
  readonly snippet: string
}

/** The folder of the release beside Studio. */
export const RELEASE = 'kelisim/'

/**
 * Reads the release from the folder beside Studio.
 *
 * @throws where a file is missing.
 */
export async function readRelease(): Promise<Release> {
  const [manifest, snippet] = await Promise.all([read('manifest.json'), read('snippet.js')])
  return { ...(await manifest.json()), snippet: await snippet.text() }
}

/** Fetches a file of the release. */
export async function read(name: string): Promise<Response> {
  const response = await fetch(RELEASE + name)
  if (response.ok) return response
  throw new Error(`${RELEASE}${name}: ${response.status}`)
}
