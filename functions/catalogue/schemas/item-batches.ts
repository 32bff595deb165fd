import * as z from 'zod';
import { memberIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import type { Refusal } from '../../../layers/platform/http/contract.ts';
import {
  batchStates,
  itemChangeSchema,
  itemChoiceSchema,
  itemValuesSchema,
  lineStates,
} from '../domain/items/item-batch.ts';

export const batchParams = z.strictObject({
  memberId: memberIdSchema,
  batchId: z.string().regex(/^ibt_[0-9a-z]{26}$/),
});

/** A batch of item changes. `counts`: its items by outcome; complete after the preview, and again after each run or reversal. */
export const itemBatchSchema = z.strictObject({
  batchId: z.string(),
  state: z.enum(batchStates),
  at: z.string(),
  by: z.string(),
  /** The query that selected the items; absent when they were listed by barcode. */
  query: itemChoiceSchema.options[1].optional(),
  change: itemChangeSchema,
  /** The reason, when copies are hidden or shown. */
  reason: z.string().exactOptional(),
  counts: z.partialRecord(z.enum(lineStates), z.number().int()),
});

/** What a batch does with an item: the values before and after, or why the item is not changed. */
export const itemBatchLineSchema = z.strictObject({
  itemId: z.string().optional(),
  barcode: z.string(),
  state: z.enum(lineStates),
  from: itemValuesSchema.optional(),
  to: itemValuesSchema.optional(),
  /** `unknown-item`, `on-reserve`, `withdrawn`; `changed-since`: the item changed after the preview or after the batch changed it. */
  reason: z.string().optional(),
});

export const batchRefusalsOf = {
  'unknown-batch': { status: 404, meaning: 'The member has no such batch.' },
} as const satisfies Record<string, Refusal>;

/** The name of the staff user who previewed the example batch. */
export const exampleBatchNames = { 'staff:stf_01kb0000000000000000000000': 'Ines Keller' };

export const exampleBatch = {
  batchId: 'ibt_01kb0000000000000000000000',
  state: 'previewed' as const,
  at: '2026-11-24T15:00:00.000Z',
  by: 'staff:stf_01kb0000000000000000000000',
  query: { branchId: 'riverton.main', location: 'Adult fiction', callNumberFrom: 'FIC A', callNumberTo: 'FIC C' },
  change: { location: 'Stacks' },
  counts: { planned: 412, unchanged: 3, refused: 1 },
};
