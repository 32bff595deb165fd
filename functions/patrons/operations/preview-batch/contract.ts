import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { someLines } from '../../../../layers/kernel/text/typed-text.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cardNumberSchema } from '../../domain/cards/card.ts';
import { batchChangeSchema, batchFilterSchema } from '../../domain/record/batch.ts';
import { batchRoles, examplePatronBatch, patronBatchSchema, residenceRefusal } from '../../schemas.ts';

/**
 * Previews a change of many patrons of the member, named by card or by a filter: how many would change, which may not and why. Nothing is
 * changed yet. The patrons of a filter are looked for in the request as far as its time allows, then in the background.
 */
export const contract = operation({
  id: 'patrons-preview-batch',
  context: 'patrons',
  service: 'circulation',
  method: 'POST',
  path: '/v1/patrons/members/{memberId}/batches',
  summary: 'Preview a change of many patrons',
  permission: [{ who: 'staff', roles: batchRoles, at: { member: 'path.memberId' } }],
  touches: { table: 'write' },
  params: z.strictObject({ memberId: memberIdSchema }),
  body: z.strictObject({
    patrons: z.union([
      z.strictObject({ cards: z.array(cardNumberSchema).min(1).max(500) }),
      z.strictObject({ filter: batchFilterSchema }),
    ]),
    change: batchChangeSchema,
    /** The reason why the patrons are changed; no personal data. */
    reason: someLines(200, 3),
  }),
  status: 201,
  // Places in the list, not card numbers: the response is stored for 24 h under an Idempotency-Key.
  output: z.strictObject({
    batch: patronBatchSchema,
    /** The places (from 0) of cards that no patron of the member has. */
    unknownCards: z.array(z.int()),
  }),
  namedOwner: 'branch-elsewhere',
  refusals: {
    'branch-elsewhere': { status: 422, meaning: 'The member has no such branch.' },
    'changed-meanwhile': { status: 409, meaning: 'Patrons were erased at the same time: preview it again.' },
    'category-unknown': { status: 422, meaning: 'The consortium has no such category.' },
    ...residenceRefusal,
  },
  example: {
    params: { memberId: 'riverton' },
    body: {
      patrons: { filter: examplePatronBatch.filter },
      change: examplePatronBatch.change,
      reason: examplePatronBatch.reason,
    },
    output: { batch: examplePatronBatch, unknownCards: [] },
  },
  errorImpact: 'Patrons can be changed one by one only.',
});
