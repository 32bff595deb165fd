import * as z from 'zod';
import { memberIdSchema } from '../../layers/kernel/identity/member-id.ts';
import { batchChangeSchema, batchFilterSchema, batchStates, batchValuesSchema, lineStates } from './domain/batch.ts';
import { personNameSchema } from './domain/person.ts';

/** The staff who change many patrons at once. */
export const batchRoles = ['desk-supervisor', 'member-admin'] as const;

export const batchParams = z.strictObject({
  memberId: memberIdSchema,
  batchId: z.string().regex(/^pbt_[0-9a-z]{26}$/),
});

/** A change of many patrons. `counts`: its patrons by outcome; complete after the preview, and right at any time of a run. */
export const batchSchema = z.strictObject({
  batchId: z.string(),
  state: z.enum(batchStates),
  at: z.string(),
  by: z.string(),
  reason: z.string(),
  /** Absent when the patrons were named by card. */
  filter: batchFilterSchema.optional(),
  change: batchChangeSchema,
  counts: z.partialRecord(z.enum(lineStates), z.number().int()),
});

/** What a batch does with a patron: the values before and after, or why the patron is not changed. */
export const batchLineSchema = z.strictObject({
  patronId: z.string(),
  name: personNameSchema.optional(),
  card: z.string().optional(),
  state: z.enum(lineStates),
  from: batchValuesSchema.optional(),
  to: batchValuesSchema.optional(),
  /** A refusal of an edit, `erasure-asked`, `unverified`; `changed-since`: the patron changed after the preview or after the batch. */
  reason: z.string().optional(),
});

export const batchRefusals = {
  'patron-batch-unknown': { status: 404, meaning: 'The member has no such batch.' },
} as const;

export const exampleBatch = {
  batchId: 'pbt_01kb0000000000000000000000',
  state: 'previewed' as const,
  at: '2026-11-24T15:00:00.000Z',
  by: 'staff:stf_01kb0000000000000000000000',
  reason: 'End of the school year',
  filter: { category: 'pupil', expiresTo: '2026-12-31' },
  change: { expiresOn: '2027-08-31' },
  counts: { planned: 412, unchanged: 3, refused: 1 },
};
