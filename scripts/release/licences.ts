import type { BundledPackage } from './bundled-packages.ts'

const RULE = '-'.repeat(78)

/**
 * Writes the licences of bundled packages, as those licences ask for.
 *
 * @param own Our own licence, the MIT licence: its words serve packages that only name it.
 * @throws when a package has neither a text nor the MIT licence.
 */
export function renderLicences(packages: readonly BundledPackage[], own: string): string {
  const parts = packages.map(
    (each) =>
      `${RULE}\n${each.name} ${each.version} (${each.licence})\n${RULE}\n\n${textOf(each, own)}\n`,
  )
  return ['Files of Kelisim contain code of these packages.\n', ...parts].join('\n')
}

function textOf({ name, licence, text, author }: BundledPackage, own: string): string {
  if (text) return text
  if (licence !== 'MIT' || !author) {
    throw new Error(`${name} carries no text of its licence (${licence}). Add it, or do without.`)
  }
  return own.replace(/^Copyright .*$/m, `Copyright (c) ${author}`).trim()
}
