import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Media } from './tab.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

/** A folder that stands in for the user's own settings of GTK programs. */
export interface GtkHome {
  readonly env: NodeJS.ProcessEnv
  remove(): Promise<void>
}

// The bars of the small browser are wider than a phone; without padding they fit into 320 pixels.
const NARROW_BARS = `* { min-width: 0; min-height: 0; padding: 0; margin: 0; font-size: 1px; }
image, button { -gtk-icon-transform: scale(0); -gtk-icon-source: none; }`

/** Makes the settings for one browser; GTK reads them only when it starts. */
export async function makeGtkHome(media: Media): Promise<GtkHome> {
  const home = await makeTemporaryFolder('webkit')
  const folder = join(home.path, 'gtk-3.0')
  await mkdir(folder)
  await writeFile(join(folder, 'gtk.css'), NARROW_BARS)
  const animations = `[Settings]\ngtk-enable-animations=${media.reducedMotion ? 0 : 1}\n`
  await writeFile(join(folder, 'settings.ini'), animations)
  return {
    env: {
      GTK_A11Y: 'none',
      NO_AT_BRIDGE: '1',
      // Without a graphics card its way through buffers of the kernel costs a fifth more.
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      XDG_CONFIG_HOME: home.path,
    },
    remove: () => home.remove(),
  }
}
