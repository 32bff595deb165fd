import * as z from 'zod';
import { memberIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import type { Refusal } from '../../../layers/platform/http/contract.ts';
import { findingSchema } from '../../../layers/protocols/marc/rules/finding.ts';
import { changedFieldSchema } from '../domain/history/record-changes.ts';
import {
  batchStates,
  itemChangeSchema,
  itemChoiceSchema,
  itemValuesSchema,
  lineStates,
} from '../domain/items/item-batch.ts';
import { fieldConditionSchema } from '../domain/steps/field-condition.ts';
import { recordStepsSchema } from '../domain/steps/record-steps.ts';

export const batchParams = z.strictObject({
  memberId: memberIdSchema,
  batchId: z.string().regex(/^ibt_[0-9a-z]{26}$/),
});

/**
 * A batch of changes: of items (`change`) or of records (`steps`). `counts`: its items or records by outcome; complete after the preview,
 * and again after each run or reversal.
 */
export const itemBatchSchema = z.strictObject({
  batchId: z.string(),
  state: z.enum(batchStates),
  at: z.string(),
  by: z.string(),
  /** The query that selected the items; absent when they were listed by barcode. */
  query: itemChoiceSchema.options[1].optional(),
  change: itemChangeSchema.optional(),
  steps: recordStepsSchema.optional(),
  /** The condition that selected the records; absent when they were listed by number. */
  where: fieldConditionSchema.optional(),
  /** All records that the steps change were selected. */
  all: z.literal(true).optional(),
  /** More records meet the condition than one batch takes (5,000): run it, then repeat it for the rest. */
  limited: z.literal(true).optional(),
  /** The reason: of a batch of records, or when copies are hidden or shown. */
  reason: z.string().exactOptional(),
  counts: z.partialRecord(z.enum(lineStates), z.number().int()),
});

/** The change of a batch to an item or a record: the values before and after, or the reason for no change. */
export const itemBatchLineSchema = z.strictObject({
  itemId: z.string().optional(),
  /** Of an item. */
  barcode: z.string().optional(),
  /** Of a record: its source id, or the number that is no record of the member; and its title. */
  sourceId: z.string().optional(),
  title: z.string().optional(),
  state: z.enum(lineStates),
  from: itemValuesSchema.optional(),
  to: itemValuesSchema.optional(),
  /** The fields of a record that differ; without their lines when these are very long. */
  fields: z.array(changedFieldSchema).optional(),
  /**
   * Items: `unknown-item`, `on-reserve`, `withdrawn`. Records: `unknown-record`, `record-withdrawn`, `record-unsound` with its `finding`,
   * `pattern-too-slow`. Both: `changed-since`, changed after the preview or after the batch changed it.
   */
  reason: z.string().optional(),
  finding: findingSchema.optional(),
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

/** A batch of records, previewed. */
export const exampleRecordBatch = {
  batchId: 'ibt_01kb000000000000000000000r',
  state: 'previewed' as const,
  at: '2026-11-24T15:00:00.000Z',
  by: 'staff:stf_01kb0000000000000000000000',
  reason: 'The server of the archive has a new address.',
  steps: [
    {
      ...{ do: 'replace-text' as const, tag: '856', code: 'u', pattern: false },
      ...{ find: 'http://archive.example.org', by: 'https://archive.example.org' },
    },
  ],
  counts: { planned: 38, unchanged: 2, refused: 1 },
};

/** The change of the example batch of records to a record. */
export const exampleRecordLine = {
  ...{ sourceId: 'riverton:b1000', title: 'Pride and prejudice /', state: 'planned' as const },
  fields: [
    {
      tag: '856',
      before: ['40 $uhttp://archive.example.org/b1000'],
      after: ['40 $uhttps://archive.example.org/b1000'],
    },
  ],
};
