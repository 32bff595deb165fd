import * as z from 'zod';
import { memberIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { operation } from '../../../../layers/platform/http/contract.ts';
import { itemChangeSchema, itemChoiceSchema } from '../../domain/items/item-batch.ts';
import { recordChoiceSchema, recordStepsSchema } from '../../domain/steps/record-steps.ts';
import { reasonSchema } from '../../domain/union/decision.ts';
import { exampleBatch, itemBatchSchema } from '../../schemas/item-batches.ts';

/**
 * Previews a change of many items or records: at once for those listed by barcode or number, in the background for a query or a condition
 * (state `gathering`). Nothing changes before `catalogue-run-item-batch`. Records are the member's own; a batch has at most 5,000.
 */
export const contract = operation({
  id: 'catalogue-preview-item-changes',
  context: 'catalogue',
  service: 'catalogue',
  method: 'POST',
  path: '/v1/catalogue/members/{memberId}/item-batches',
  summary: 'Preview a change of many items or records',
  permission: [{ who: 'staff', roles: ['cataloguer'], at: { member: 'path.memberId' } }],
  touches: { table: 'write', bucket: 'read' },
  params: z.strictObject({ memberId: memberIdSchema }),
  body: z.union([
    z
      .strictObject({
        items: itemChoiceSchema,
        change: itemChangeSchema,
        /** The reason, for the history of each record; required when copies are hidden or shown. */
        reason: reasonSchema.exactOptional(),
      })
      .refine(({ change, reason }) => change.hiddenFrom === undefined || reason !== undefined, {
        ...{ path: ['reason'], message: 'Say why copies are hidden or shown.' },
      }),
    z.strictObject({ records: recordChoiceSchema, steps: recordStepsSchema, reason: reasonSchema }),
  ]),
  status: 201,
  output: itemBatchSchema,
  namedOwner: 'branch-elsewhere',
  refusals: {
    'branch-elsewhere': { status: 422, meaning: 'The branch is not one of this member.' },
    'bad-pattern': { status: 422, meaning: 'A pattern is no regular expression.', params: { pattern: 'Which.' } },
    'pattern-too-slow': {
      status: 422,
      meaning: 'A pattern takes too long on a record: write it without nested repetitions.',
      params: { pattern: 'Which.' },
    },
  },
  example: {
    params: { memberId: 'riverton' },
    body: { items: exampleBatch.query, change: exampleBatch.change },
    output: { ...exampleBatch, state: 'gathering', counts: {} },
  },
  errorImpact: 'Items and records can be changed one by one only.',
});
