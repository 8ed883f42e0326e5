import { Ajv2020 } from 'ajv/dist/2020.js'
import { BadInput } from '../record/bad-input.ts'

/** A record as it is sent; what is in it is checked by itself. */
export interface Item {
  readonly record: unknown
  readonly secret: string
  readonly subject?: string
  readonly cookie?: string
}

/** A request that writes records. */
export interface Envelope {
  readonly items: readonly Item[]
  /** Client's clock when it sent, in milliseconds since the Unix epoch. */
  readonly sentAt: number | null
  /** Where the items are in the request, for errors. */
  readonly pathOf: (index: number) => string
}

const ITEM = {
  record: { type: 'object' },
  secret: { type: 'string', pattern: '^[0-9a-f]{24}$' },
  subject: { type: 'string', minLength: 1, maxLength: 128 },
  cookie: { type: 'string', maxLength: 4096 },
}
const SENT_AT = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT[\\d:.]{8,12}Z$' }

/** JSON Schema of the request. */
export const envelopeSchema = {
  type: 'object',
  oneOf: [
    {
      additionalProperties: false,
      required: ['record', 'secret'],
      properties: { ...ITEM, sentAt: SENT_AT },
    },
    {
      additionalProperties: false,
      required: ['records'],
      properties: {
        sentAt: SENT_AT,
        records: {
          type: 'array',
          minItems: 1,
          maxItems: 20,
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['record', 'secret'],
            properties: ITEM,
          },
        },
      },
    },
  ],
}

const ajv = new Ajv2020({ strictTypes: false, strictRequired: false })
// One form is checked, so that the error is about the one that was meant.
const [checkOne, checkMany] = envelopeSchema.oneOf.map((form) =>
  ajv.compile({ type: 'object', ...form }),
)

/**
 * Takes apart a request that writes records.
 *
 * @throws {BadInput} 400 that names the field.
 */
export function readEnvelope(body: unknown): Envelope {
  const isMany = typeof body === 'object' && body !== null && Object.hasOwn(body, 'records')
  const check = isMany ? checkMany : checkOne
  if (!check?.(body)) {
    const error = check?.errors?.[0]
    const own = error?.params['missingProperty'] ?? error?.params['additionalProperty']
    const parts = [
      ...(error?.instancePath ?? '').split('/').slice(1),
      ...(own ? [String(own)] : []),
    ]
    const field = parts.map((part) => part.slice(0, 64)).join('.')
    throw new BadInput(
      400,
      'invalid-request',
      `${field || 'The body'} ${error?.message ?? 'is not valid'}.`,
      field,
    )
  }
  const { records, sentAt } = body as unknown as { records?: Item[]; sentAt?: string }
  const time = sentAt === undefined ? Number.NaN : Date.parse(sentAt)
  return {
    items: records ?? [body as unknown as Item],
    sentAt: Number.isNaN(time) ? null : time,
    pathOf: (index) => (records ? `records[${index}].record` : 'record'),
  }
}
