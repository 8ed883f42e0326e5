import type { Project } from '../project/project.ts'
import { lookStyle } from './look-style.ts'
import { attributes, inScript } from './markup.ts'
import type { Release } from './release.ts'
import { tagParts } from './tag-parts.ts'

/** Folder of the files on the owner's site. */
export const baseOf = ({ base }: Project, { version }: Release): string =>
  base || `/kelisim/${version}/`

/** Writes what an owner pastes into `<head>`, above stylesheets: tag, snippet, configuration, look. */
export function writeSnippet(project: Project, release: Release): string {
  const parts = tagParts(project)
  const base = baseOf(project, release)
  const own = {
    src: `${base}kelisim.js`,
    integrity: release.files['kelisim.js']?.integrity ?? '',
    // Without it a browser does not compare a file of another origin.
    ...(base.startsWith('https:') && { crossorigin: 'anonymous' }),
    ...parts.attributes,
  }
  const config = Object.keys(parts.config).length > 0 && inScript(parts.config)
  const style = lookStyle(project.look)
  return [
    `<script async${attributes(own)}></script>`,
    `<script>${release.snippet}</script>`,
    config && `<script type="application/json" data-kelisim-config>\n${config}\n</script>`,
    style && `<style>\n${style}\n</style>`,
  ]
    .filter(Boolean)
    .join('\n')
}
