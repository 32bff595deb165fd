import { and, equals, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { mapInBatches } from '../../../layers/platform/runtime/map-in-batches.ts';
import { addedUp, type ItemBatch, type ItemBatchLine, readBatch, readLine } from '../data/item-batch-store.ts';
import { gsi2, key, sortPrefix } from '../data/keys.ts';
import { actWrite } from '../data/source-act-store.ts';
import type { BatchState, ItemValues, LineState } from '../domain/items/item-batch.ts';
import type { BatchWork } from './batch-work.ts';
import { itemStepWrites } from './change-item.ts';
import { processRecordLine } from './process-record-line.ts';

/** Lines processed together: each is its own write, and their counts and position are one more. */
const AT_ONCE = 40;
/** Items or records changed concurrently; more would conflict at records with many copies. */
const BESIDE = 8;

/** The two directions of a batch: apply and undo. */
const ways = {
  running: { end: 'done', of: 'planned', did: 'done', not: 'failed', why: 'changed-since' },
  undoing: { end: 'undone', of: 'done', did: 'undone', not: 'retained', why: 'changed-since' },
} as const satisfies Partial<
  Record<BatchState, { end: BatchState; of: LineState; did: LineState; not: LineState; why: string }>
>;
type Way = (typeof ways)[keyof typeof ways];

const lineUpdate = (batchId: string, about: string, was: LineState, state: LineState, reason?: string) => ({
  update: key('itemBatchLine', { batchId, about }),
  set: { state, ...gsi2('itemBatchLine', { batchId, about, state }), ...(reason !== undefined && { reason }) },
  when: equals('state', was),
});

/** Returns the history entry of a copy's record when the copy is hidden or shown; none for other changes. */
const hidingOf = (
  { clock, ids }: BatchWork,
  { batchId, by, startedBy = by, reason = '' }: ItemBatch,
  { about: itemId, sourceId = '', barcode = '' }: ItemBatchLine,
  step: { from: ItemValues; to: ItemValues },
): Write[] => {
  const [before, after] = [step.from.hiddenFrom, step.to.hiddenFrom];
  if (!before || !after) return [];
  const now = clock.now();
  const note = { actId: ids.next('change', now), at: iso(now), by: startedBy, reason };
  return [actWrite({ did: 'hide', ...note, sourceId, batchId, itemId, barcode, before, after })];
};

/** Changes one item and writes the state of its line in one transaction. Returns whether it did: not when the item changed since. */
const processItemLine = async (work: BatchWork, batch: ItemBatch, line: ItemBatchLine, way: Way): Promise<boolean> => {
  const { table } = work;
  const { about, sourceId, state, from, to } = line;
  if (sourceId === undefined || !from || !to) return false;
  const step = way.of === 'done' ? { from: to, to: from } : { from, to };
  const writes = await itemStepWrites(table, { itemId: about, sourceId, ...step });
  const done = [lineUpdate(batch.batchId, about, state, way.did), ...hidingOf(work, batch, line, step)];
  return writes !== undefined && !(await table.write([...writes, ...done]));
};

/** Processes one line; when its item or record changed since, the line says so. */
const processLine = async (work: BatchWork, batch: ItemBatch, line: ItemBatchLine, way: Way): Promise<LineState> => {
  const { table } = work;
  const { batchId } = batch;
  const { about, state } = line;
  if (state !== way.of) return state;
  const isDone = batch.steps
    ? await processRecordLine(work, batch, line, way.did)
    : await processItemLine(work, batch, line, way);
  if (isDone) return way.did;
  // The item changed, or another run processed this line: the state of the line decides.
  if (!(await table.write([lineUpdate(batchId, about, state, way.not, way.why)]))) return way.not;
  const row = await table.get(key('itemBatchLine', { batchId, about }), { strong: true });
  return row ? readLine(row).state : way.not;
};

const page = async (table: Table, { batchId, behind }: ItemBatch): Promise<ItemBatchLine[]> => {
  const partition = key('itemBatch', { batchId }).pk;
  const after = behind === undefined ? {} : { after: key('itemBatchLine', { batchId, about: behind }) };
  const begins = sortPrefix('itemBatchLine');
  return (await table.query({ partition, begins, limit: AT_ONCE, strong: true, ...after })).items.map(readLine);
};

/**
 * Processes a running or reverting batch to its end or up to `most` lines. After an interruption, or with concurrent runs, each line is
 * processed and counted once. Returns the updated batch.
 */
export const processItemBatch = async (work: BatchWork, given: ItemBatch, most: number): Promise<ItemBatch> => {
  const { table } = work;
  let batch = given;
  for (let carried = 0; carried < most; carried += AT_ONCE) {
    if (batch.state !== 'running' && batch.state !== 'undoing') return batch;
    const way = ways[batch.state];
    const lines = await page(table, batch);
    const running = batch;
    const states = await mapInBatches(lines, BESIDE, (line) => processLine(work, running, line, way));
    const moved = lines.map((line, i) => ({ ...line, state: states[i] ?? line.state }));
    const counts = addedUp(
      batch.counts,
      moved.filter(({ state }) => state === way.did || state === way.not),
    );
    const isEnd = lines.length < AT_ONCE;
    const last = lines.at(-1)?.about;
    const set = { counts, ...(isEnd ? { state: way.end } : last !== undefined && { behind: last }) };
    const conflict = await table.write([
      {
        update: key('itemBatch', batch),
        set,
        remove: isEnd ? ['behind', 'gsi3pk', 'gsi3sk'] : [],
        when: and(unchanged(batch.v), equals('state', batch.state)),
      },
    ]);
    // Another run counted this page: continue from its position.
    const row = conflict ? await table.get(key('itemBatch', batch), { strong: true }) : undefined;
    batch = row ? readBatch(row) : { ...batch, ...set, v: batch.v + 1 };
  }
  return batch;
};
