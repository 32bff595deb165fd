import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { actorNamesSchema } from '../../../../layers/platform/http/actor-names.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { importViewSchema, rejectSchema } from '../../domain/loading/import.ts';
import { exampleImport, exampleOpeners } from '../../domain/loading/import-example.ts';

/** Returns the progress and results of a load, and a page of its rejects with byte offset and reason. */
export const contract = operation({
  id: 'catalogue-get-import',
  context: 'catalogue',
  service: 'catalogue',
  method: 'GET',
  path: '/v1/catalogue/members/{memberId}/imports/{importId}',
  summary: 'See how far a load is and what was rejected',
  permission: [{ who: 'staff', roles: ['cataloguer', 'member-admin'], at: { member: 'path.memberId' } }],
  touches: { table: 'read', bucket: 'read' },
  params: z.strictObject({ memberId: memberIdSchema, importId: z.string().min(1).max(64) }),
  query: z.strictObject({
    /** The part of the load whose rejects are listed, from 0; `nextPart` of the response is the next value. */
    rejectsOfPart: z.coerce.number().int().min(0).max(100_000).optional(),
  }),
  output: z.strictObject({
    import: importViewSchema,
    rejects: z.array(rejectSchema),
    nextPart: z.number().int().optional(),
    /** The name of the staff user who opened it, by actor. */
    names: actorNamesSchema,
  }),
  owner: 'unknown-import',
  refusals: { 'unknown-import': { status: 404, meaning: 'The member has no such load.' } },
  example: {
    params: { memberId: 'riverton', importId: 'imp_01kb0000000000000000000000' },
    query: {},
    output: {
      import: exampleImport,
      names: exampleOpeners,
      rejects: [
        { what: 'record', offset: 52_344, reason: 'truncated-record', detail: 'The record breaks off before its end.' },
      ],
    },
  },
  errorImpact: 'A member cannot see the result of its load.',
});
