import * as z from 'zod';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { findingSchema } from '../../../../layers/protocols/marc/rules/finding.ts';
import { marcRecordSchema } from '../../domain/marc-record-schema.ts';
import { reasonSchema } from '../../domain/union/decision.ts';
import { exampleRecord } from '../../schemas/record-example.ts';

/**
 * Stores a member's record as its cataloguer edited it. It is processed like a load: matched again, indexed and delivered to harvesters;
 * its items do not change. It is refused when the changed part is not valid MARC 21, or when the record changed since it was read; the
 * response then names who changed it. The contributed record stays stored; loads with new content overwrite all but the member's protected
 * fields. With the version `none` it creates a record under a new number of the member, which its field 001 repeats.
 */
export const contract = operation({
  id: 'catalogue-edit-source-record',
  context: 'catalogue',
  service: 'catalogue',
  method: 'PUT',
  path: '/v1/catalogue/source-records/{sourceId}',
  summary: "Edit a member's record",
  permission: [{ who: 'staff', roles: ['cataloguer'], at: 'own-member' }],
  touches: { table: 'write', bucket: 'write' },
  params: z.strictObject({ sourceId: z.string().min(3).max(200) }),
  body: z.strictObject({
    /** The version on which the edit is based, from `catalogue-get-source-record`; `none` to create the record. */
    version: z.string().min(1).max(100),
    record: marcRecordSchema,
    reason: reasonSchema,
  }),
  output: z.strictObject({
    sourceId: z.string(),
    recordId: z.string(),
    version: z.string(),
    /** Points to check. */
    warnings: z.array(findingSchema),
  }),
  owner: 'not-yours',
  refusals: {
    'unknown-record': { status: 404, meaning: 'There is no such record, or it is hidden from other members.' },
    'not-yours': { status: 403, meaning: 'The caller does not catalogue for the member whose record it is.' },
    'record-withdrawn': { status: 409, meaning: 'The member withdrew the record.' },
    'changed-since': {
      status: 409,
      meaning: 'Somebody else, or a load, changed the record since it was read; or a record with the number exists.',
      params: { by: 'Who: a staff id, or the id of a load.', at: 'When.' },
    },
    'nothing-changed': { status: 422, meaning: 'The record is as it stands already.' },
    'record-unsound': { status: 422, meaning: 'A field is not sound MARC 21; each is named.' },
  },
  example: {
    params: { sourceId: 'riverton:b1000' },
    body: { version: '9f2c', record: exampleRecord, reason: 'The title page has another date.' },
    output: {
      ...{ sourceId: 'riverton:b1000', recordId: 'rec_01kb0000000000000000000000', version: 'c41d' },
      warnings: [],
    },
  },
  // The function decodes every MARC format, validates fields, matches again with the trained model and stores possible duplicates.
  errorImpact: 'Cataloguers cannot correct their records.',
});
