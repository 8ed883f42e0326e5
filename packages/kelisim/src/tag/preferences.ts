import mountPreferences from '@kelisim/ui/preferences'
import type { MountPreferences } from '@kelisim/ui/shell'
import { borrow } from './lent-preact.ts'

const mount: MountPreferences = (shell) => {
  borrow(shell.preact)
  return mountPreferences(shell)
}

export default mount
