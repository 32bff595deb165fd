import { equals } from '../../../layers/platform/dynamodb/condition.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { MarcRecord } from '../../../layers/protocols/marc/record.ts';
import type { ItemBatch, ItemBatchLine } from '../data/item-batch-store.ts';
import { gsi2, key } from '../data/keys.ts';
import { currentRecord } from '../data/source-bytes.ts';
import { contentVersion, deflated, inflated, readSource } from '../data/source-record.ts';
import type { LineState } from '../domain/items/item-batch.ts';
import { marcRecordSchema } from '../domain/marc-record-schema.ts';
import { plannedRecord } from '../domain/steps/planned-record.ts';
import type { BatchWork } from './batch-work.ts';
import { type Edited, editSource } from './edit-source.ts';

/** The deflated record before a change is stored in its line up to this size: a row holds 400 KB. */
const LARGEST = 250_000;

/** The step of a line: the record to store, on which version, and what the line stores besides its state. */
type Step = {
  record: MarcRecord;
  version: string;
  restores?: true;
  stored: (edited: Edited) => Record<string, unknown>;
};

const packed = (record: MarcRecord): Uint8Array => deflated(new TextEncoder().encode(JSON.stringify(record)));
const unpacked = (bytes: Uint8Array): MarcRecord =>
  marcRecordSchema.parse(JSON.parse(new TextDecoder().decode(inflated(bytes))));

/** Returns the step onwards; undefined when the record changed since the preview, or cannot be restored later. */
const onwards = async (work: BatchWork, batch: ItemBatch, line: ItemBatchLine): Promise<Step | undefined> => {
  const row = await work.table.get(key('source', { sourceId: line.about }), { strong: true });
  const source = row && readSource(row);
  if (!source || source.withdrawn || contentVersion(source) !== line.version) return undefined;
  const record = await currentRecord(work.bucket, source);
  const plan = plannedRecord(record, batch.steps ?? [], work.patterns);
  const before = packed(record);
  if (plan.state !== 'planned' || before.length > LARGEST) return undefined;
  return { record: plan.after, version: line.version, stored: ({ version }) => ({ before, after: version }) };
};

const back = ({ before, after }: ItemBatchLine): Step | undefined =>
  before && after !== undefined
    ? { record: unpacked(before), version: after, restores: true, stored: () => ({}) }
    : undefined;

/**
 * Changes a record as its editor does, or puts it back, with the state of its line in the same transaction. Returns whether it did: not when
 * the record changed since, or another run was faster.
 */
export const processRecordLine = async (
  work: BatchWork,
  batch: ItemBatch,
  line: ItemBatchLine,
  did: LineState,
): Promise<boolean> => {
  const { table, bucket, rulesAt, ids, clock } = work;
  const { batchId, by, startedBy = by, reason = '' } = batch;
  const { about, state } = line;
  const step = did === 'undone' ? back(line) : await onwards(work, batch, line);
  if (!step) return false;
  const { stored, ...edit } = step;
  const lineWrite = (edited: Edited): Write => ({
    update: key('itemBatchLine', { batchId, about }),
    set: { ...stored(edited), state: did, ...gsi2('itemBatchLine', { batchId, about, state: did }) },
    when: equals('state', state),
  });
  const edited = await editSource({
    ...{ table, bucket, rulesAt, ids, now: clock.now(), sourceId: about, by: startedBy, reason },
    ...edit,
    keep: (done) => [lineWrite(done)],
  });
  return typeof edited === 'object' && 'version' in edited;
};
