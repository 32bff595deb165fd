import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { findingSchema } from '../../../../layers/protocols/marc/rules/finding.ts';
import { marcRecordSchema } from '../../domain/marc-record-schema.ts';
import { likeRecordSchema } from '../../schemas/like-record.ts';
import { exampleRecord } from '../../schemas/record-example.ts';

/**
 * Validates a member's record during editing without storing it: errors and warnings, field by field, as `catalogue-edit-source-record`
 * would return them. For a number that the member has not used yet also the records that are like it.
 */
export const contract = operation({
  id: 'catalogue-check-source-record',
  context: 'catalogue',
  service: 'catalogue',
  method: 'POST',
  path: '/v1/catalogue/source-records/{sourceId}/check',
  summary: 'Check an edited record without storing it',
  permission: [{ who: 'staff', roles: ['cataloguer'], at: 'own-member' }],
  touches: { table: 'read', bucket: 'read' },
  idempotency: 'none',
  params: z.strictObject({ sourceId: z.string().min(3).max(200) }),
  body: z.strictObject({ record: marcRecordSchema }),
  output: z.strictObject({
    /** The current version: if it differs from the one read, the record changed meanwhile. */
    version: z.string(),
    findings: z.array(findingSchema),
    /** For a new record (the version is `none`): the records of the catalogue that are or may be the same, the likeliest first. */
    like: z.array(likeRecordSchema).exactOptional(),
  }),
  refusals: {
    'unknown-record': { status: 404, meaning: 'There is no such record, or it is hidden from other members.' },
  },
  example: {
    params: { sourceId: 'riverton:b1000' },
    body: { record: exampleRecord },
    output: {
      version: '9f2c',
      findings: [
        {
          ...{ level: 'warning', code: 'isbn-wrong', pointer: '/data/0/subfields/0' },
          params: { tag: '020', found: '9780141439588' },
          detail: '"9780141439588" is no ISBN: its digits do not add up. A wrong one goes into $z.',
        },
      ],
    },
  },
  errorImpact: 'Cataloguers see errors only when they save.',
});
