import createReceipt, { css } from '@kelisim/ui/receipt'
import type { CreatePart } from '@kelisim/ui/parts'
import { borrow } from './lent-preact.ts'

const create: CreatePart = (shell) => {
  borrow(shell.preact)
  return createReceipt(shell)
}

export { css }
export default create
