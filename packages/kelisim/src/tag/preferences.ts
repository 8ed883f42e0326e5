import mountPreferences from '@kelisim/ui/preferences'
import type { MountPreferences } from '@kelisim/ui/preferences-opener'
import { borrow } from './lent-preact.ts'

const mount: MountPreferences = (context, shell) => {
  borrow(shell.preact)
  return mountPreferences(context, shell)
}

export default mount
