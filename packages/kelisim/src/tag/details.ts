import createDetails, { css } from '@kelisim/ui/details'
import type { CreatePart } from '@kelisim/ui/parts'
import { borrow } from './lent-preact.ts'

const create: CreatePart = (shell) => {
  borrow(shell.preact)
  return createDetails(shell)
}

export { css }
export default create
