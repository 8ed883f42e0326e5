import recordSchema from '@kelisim/core/consent-record.schema.json' with { type: 'json' }
import { envelopeSchema } from './envelope.ts'

const json = (schema: object) => ({ content: { 'application/json': { schema } } })
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const answer = (description: string, schema: object = {}) => ({ description, ...json(schema) })
const parameter = (name: string, place: 'path' | 'query', description: string) => ({
  name,
  in: place,
  required: place === 'path',
  description,
  schema: { type: 'string' },
})

const refused = answer('Refused; "code" and "field" name the fault.', ref('Error'))
const retried = {
  ...refused,
  description: 'Nothing was stored: try again after Retry-After.',
  headers: { 'retry-after': { schema: { type: 'integer' } } },
}
const common = { '429': retried, '503': retried, default: refused }
const consentId = parameter('consentId', 'path', 'UUIDv7 of the consent.')
const subject = {
  ...parameter('subject', 'query', "The site's own id of a visitor."),
  required: true,
}
const site = parameter('site', 'query', 'Origin; all without it.')
const span = ['from', 'to'].map((name) => parameter(name, 'query', 'Day, or ISO 8601 in UTC.'))
const operator = { security: [{ operator: [] }], tags: ['operator'] }
const visitor = { tags: ['visitor'] }
const open = { security: [], tags: ['service'] }

/** The API for machines: OpenAPI 3.1. API.md has it in prose. */
export const openapi = {
  openapi: '3.1.0',
  info: { title: 'Kelisim ledger', version: '1', license: { name: 'MIT', identifier: 'MIT' } },
  components: {
    securitySchemes: {
      operator: { type: 'http', scheme: 'bearer', description: "An operator's token." },
      secret: {
        type: 'http',
        scheme: 'bearer',
        description: "The secret of the visitor's cookie.",
      },
    },
    schemas: {
      // Its references are to its own root.
      ConsentRecord: { $id: 'consent-record', ...recordSchema },
      Envelope: envelopeSchema,
      Results: {
        type: 'object',
        required: ['results'],
        properties: { results: { type: 'array', items: ref('Result') } },
      },
      Result: {
        type: 'object',
        required: ['recordId', 'status', 'outcome'],
        properties: {
          recordId: { type: 'string' },
          status: { enum: [200, 201, 403, 409, 410, 422] },
          outcome: {
            enum: ['stored', 'known', 'conflict', 'not-yours', 'erased', 'full', 'invalid'],
          },
          sequence: { type: 'integer' },
          hash: { type: 'string' },
          receivedAt: { type: 'string', format: 'date-time' },
          text: { enum: ['known', 'missing'] },
          error: { type: 'object' },
        },
      },
      Error: {
        type: 'object',
        required: ['error'],
        properties: {
          error: {
            type: 'object',
            required: ['code', 'message'],
            properties: {
              code: { type: 'string' },
              field: { type: 'string' },
              message: { type: 'string' },
            },
          },
        },
      },
    },
  },
  paths: {
    '/v1/records': {
      post: {
        ...visitor,
        summary: 'Stores records; answers after the commit.',
        requestBody: { required: true, ...json(ref('Envelope')) },
        responses: {
          '200': answer('All were known.', ref('Results')),
          '201': answer('At least one was stored.', ref('Results')),
          ...common,
        },
      },
    },
    '/v1/records/{consentId}': {
      get: {
        ...visitor,
        security: [{ secret: [] }],
        summary: "The visitor's own records.",
        parameters: [consentId, parameter('after', 'query', 'Sequence to continue after.')],
        responses: { '200': answer('The records.'), ...common },
      },
    },
    '/v1/texts': {
      post: {
        ...visitor,
        summary: 'Stores a text that a record names.',
        requestBody: {
          required: true,
          ...json({ type: 'object', required: ['text'], properties: { text: { type: 'string' } } }),
        },
        responses: { '200': answer('Known.'), '201': answer('Stored.'), ...common },
      },
    },
    '/v1/texts/{sha256}': {
      get: {
        ...operator,
        summary: 'A text by its hash.',
        parameters: [parameter('sha256', 'path', 'SHA-256 in hexadecimal.')],
        responses: { '200': answer('The text.'), ...common },
      },
    },
    '/v1/subjects/{consentId}': {
      get: {
        ...operator,
        summary: 'All records of one consent id.',
        parameters: [consentId],
        responses: { '200': answer('The records.'), ...common },
      },
      delete: {
        ...operator,
        summary: 'Erases what is stored under a consent id.',
        parameters: [consentId],
        responses: { '200': answer('The proof.'), ...common },
      },
    },
    '/v1/subjects': {
      get: {
        ...operator,
        summary: 'Consent ids linked to a signed-in visitor.',
        parameters: [subject],
        responses: { '200': answer('The ids.'), ...common },
      },
      delete: {
        ...operator,
        summary: 'Erases all that is linked to a signed-in visitor.',
        parameters: [subject],
        responses: { '200': answer('The proofs.'), ...common },
      },
    },
    '/v1/export': {
      get: {
        ...operator,
        summary: 'Streams records.',
        parameters: [parameter('format', 'query', 'jsonl or csv.'), ...span, site],
        responses: { '200': { description: 'JSONL or CSV.' }, ...common },
      },
    },
    '/v1/stats': {
      get: {
        ...operator,
        summary: 'Choices per day.',
        parameters: [...span, site],
        responses: { '200': answer('The counts.'), ...common },
      },
    },
    '/v1/openapi.json': { get: { ...open, responses: { '200': answer('This document.') } } },
    '/healthz': { get: { ...open, responses: { '200': answer('The process lives.') } } },
    '/readyz': {
      get: { ...open, responses: { '200': answer('The database answers.'), ...common } },
    },
    '/metrics': {
      get: { ...operator, responses: { '200': { description: 'Prometheus.' }, ...common } },
    },
  },
}
