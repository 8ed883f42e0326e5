import { expect, test } from 'vitest'
import { LedgerFault, type Subject } from './ledger-client.ts'
import { lookUp } from './look-up.ts'

const ID = '01936f3e-7b1a-7c3d-8e4f-0123456789ab'
const OTHER = '01936f3e-7b1a-7c3d-8e4f-0123456789ac'
const subjectOf = (consentId: string): Subject => ({ consentId, records: [], texts: {} })

/** A ledger that knows some consent ids and one visitor. */
const ledgerOf = (known: readonly string[], visitor = '', ids: readonly string[] = []) => ({
  async subject(id: string) {
    if (!known.includes(id)) throw new LedgerFault('missing')
    return subjectOf(id)
  },
  consentIdsOf: async (subject: string) => (subject === visitor ? ids : []),
})

test('finds a consent id, in capitals too', async () => {
  expect(await lookUp(ledgerOf([ID]), ID.toUpperCase())).toEqual({ subject: subjectOf(ID) })
})

test('opens the only consent id of a visitor, and lists several', async () => {
  const one = ledgerOf([ID], 'Anna', [ID])
  expect(await lookUp(one, 'Anna')).toEqual({ subject: subjectOf(ID) })
  expect(await lookUp(ledgerOf([], 'Anna', [ID, OTHER]), 'Anna')).toEqual({
    consentIds: [ID, OTHER],
  })
})

test('finds a visitor whose id on the site looks like a consent id', async () => {
  expect(await lookUp(ledgerOf([OTHER], ID, [OTHER]), ID)).toEqual({ subject: subjectOf(OTHER) })
})

test('says that nothing is there, and that the ledger is away', async () => {
  await expect(lookUp(ledgerOf([]), ID)).rejects.toMatchObject({ fault: 'missing' })
  const away = { ...ledgerOf([]), subject: () => Promise.reject(new LedgerFault('away')) }
  await expect(lookUp(away, ID)).rejects.toMatchObject({ fault: 'away' })
})
