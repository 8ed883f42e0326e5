import schema from '@kelisim/core/consent-record.schema.json' with { type: 'json' }
import type { ConsentRecord } from '@kelisim/core/consent-record'
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import { BadInput } from './bad-input.ts'

const DAY_MS = 864e5
// The cookie's reader refuses longer terms, and clocks differ by a day at most.
const MOST_DAYS = 501

const validate = new Ajv2020({ allowUnionTypes: true }).compile<ConsentRecord>(schema)

/**
 * Takes a value for a record, if it is one.
 *
 * @param field JSON path of the value in the request.
 * @throws {BadInput} 422 that names the field.
 */
export function checkRecord(value: unknown, field: string): ConsentRecord {
  if (!validate(value)) throw invalid(field, validate.errors?.[0])
  for (const name of ['at', 'validUntil'] as const)
    if (!isTime(value[name])) throw unfit(`${field}.${name}`, 'is not a date of the calendar')
  const term = Date.parse(value.validUntil) - Date.parse(value.at)
  if (term > MOST_DAYS * DAY_MS)
    throw unfit(`${field}.validUntil`, `is more than ${MOST_DAYS} days after "at"`)
  return value
}

const isTime = (text: string) => {
  const time = Date.parse(text)
  return !Number.isNaN(time) && new Date(time).toISOString() === text
}

const unfit = (field: string, fault: string) =>
  new BadInput(422, 'invalid-record', `${field} ${fault}.`, field)

function invalid(field: string, error: ErrorObject | undefined): BadInput {
  const params: Record<string, unknown> = error?.params ?? {}
  const own = params['missingProperty'] ?? params['additionalProperty'] ?? params['propertyName']
  const parts = (error?.instancePath ?? '').split('/').slice(1)
  if (typeof own === 'string') parts.push(own)
  // Names come from the sender, so they are cut.
  const path = [field, ...parts.map((part) => part.slice(0, 64))].join('.')
  return unfit(path, error?.message ?? 'is not valid')
}
