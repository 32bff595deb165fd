import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { actorNamesSchema } from '../../../../layers/platform/http/actor-names.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { cursorRefusal, pageQuery } from '../../../../layers/platform/http/page.ts';
import { batchKinds } from '../../domain/items/item-batch.ts';
import { exampleBatch, exampleBatchNames, itemBatchSchema } from '../../schemas/item-batches.ts';

/** Lists the batches of items and of records that a member's staff previewed or ran, the newest first. They are stored for two years. */
export const contract = operation({
  id: 'catalogue-list-item-batches',
  context: 'catalogue',
  service: 'catalogue',
  method: 'GET',
  path: '/v1/catalogue/members/{memberId}/item-batches',
  summary: 'List changes of many items and records',
  permission: [{ who: 'staff', roles: ['cataloguer'], at: { member: 'path.memberId' } }],
  touches: { table: 'read' },
  params: z.strictObject({ memberId: memberIdSchema }),
  query: z.strictObject({ of: z.enum(batchKinds).default('items'), ...pageQuery }),
  output: z.strictObject({
    batches: z.array(itemBatchSchema),
    next: z.string().optional(),
    /** The names of the staff who previewed them, by actor. */
    names: actorNamesSchema,
  }),
  refusals: cursorRefusal,
  example: {
    params: { memberId: 'riverton' },
    query: { of: 'items' as const },
    output: { batches: [exampleBatch], names: exampleBatchNames },
  },
  errorImpact: 'Staff cannot list batch changes of items and records.',
});
