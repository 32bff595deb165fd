import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { marcRecordSchema } from '../../domain/marc-record-schema.ts';
import { likeRecordSchema } from '../../schemas/like-record.ts';
import { exampleRecord } from '../../schemas/record-example.ts';

const term = oneLine(200).exactOptional();

/**
 * Searches another catalogue by SRU for records to copy: one of the targets in the policy `copy-targets`. Returns ten records from a
 * position on, each with the records of the catalogue that are or may be the same. Nothing is stored: `catalogue-edit-source-record` saves a
 * record as a new one or over the member's own.
 */
export const contract = operation({
  id: 'catalogue-search-target',
  context: 'catalogue',
  service: 'catalogue',
  method: 'GET',
  path: '/v1/catalogue/members/{memberId}/target-records',
  summary: 'Search another catalogue for records to copy',
  permission: [{ who: 'staff', roles: ['cataloguer'], at: { member: 'path.memberId' } }],
  touches: { table: 'read', outside: true },
  params: z.strictObject({ memberId: memberIdSchema }),
  query: z.strictObject({
    /** The name of the target. */
    target: oneLine(100),
    ...{ text: term, title: term, author: term, isbn: term },
    from: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  output: z.strictObject({
    total: z.int(),
    /** The records of the answer that cannot be read as MARC; they are not among the hits. */
    unreadable: z.int(),
    hits: z.array(
      z.strictObject({
        title: z.string(),
        author: z.string().exactOptional(),
        year: z.int().exactOptional(),
        record: marcRecordSchema,
        like: z.array(likeRecordSchema),
      }),
    ),
  }),
  refusals: {
    'unknown-target': { status: 404, meaning: 'The policy `copy-targets` in force has no target of this name.' },
    'nothing-sought': { status: 422, meaning: 'Words, title, author or ISBN are missing.' },
    'target-failed': {
      status: 422,
      meaning: 'The target gives no answer, refuses the search, or its address is not allowed.',
      params: { fault: 'What happened.' },
    },
  },
  example: {
    params: { memberId: 'riverton' },
    query: { target: 'National library', title: 'emma' },
    output: {
      total: 1,
      unreadable: 0,
      hits: [
        {
          ...{ title: 'Emma', author: 'Austen, Jane', year: 1996, record: exampleRecord },
          like: [
            { recordId: 'rec_01kb0000000000000000000000', title: 'Emma', isSame: true, sourceId: 'riverton:b1000' },
          ],
        },
      ],
    },
  },
  errorImpact: 'Cataloguers cannot copy records from other catalogues.',
});
