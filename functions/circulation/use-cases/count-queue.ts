import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { TableConflict } from '../../../layers/platform/dynamodb/table.ts';
import type { UnionIds } from '../../catalogue/public/union-copies.ts';
import { holdCheckRow } from '../data/hold-check-store.ts';
import { holdStore } from '../data/hold-store.ts';
import { countersOf, countersWrite, type StoredCounters } from '../data/queue-counters-store.ts';
import { unionsOf } from '../data/union-queues.ts';
import { hasPlace } from '../domain/holds/hold-queue.ts';
import { countCopies, countQueue, isRecountDue, nextRecount, type ShownCopy } from '../domain/holds/queue-counters.ts';

const TRIES = 6;
const strong = { strong: true };

/** The counters of a title's queue before a count: they are read first, so that a count never replaces a later one. */
export type CountBegun = ReadonlyMap<string, StoredCounters>;

/** Begins a count: reads the counters that it will replace. */
export const beginCount = (table: Table, { recordIds }: UnionIds): Promise<CountBegun> =>
  countersOf(table, recordIds, strong);

/**
 * Counts a title's queue, with the given copies if they were read since the count began. Returns false when another count was written
 * meanwhile. A merged record has one queue, whose counters stand with each record where its holds were placed.
 */
export const finishCount = async (
  table: Table,
  { union, begun, shown }: { union: UnionIds; begun: CountBegun; shown?: readonly ShownCopy[] | undefined },
  now: number,
): Promise<boolean> => {
  const queue = await holdStore(table).queue(union.recordIds, strong);
  const first = queue.find(hasPlace);
  const known = begun.get(union.recordId)?.counters;
  const isDue = isRecountDue(known, now);
  const recountAt = isDue || !known ? nextRecount(now) : known.recountAt;
  const copies =
    first === undefined || (!shown && !isDue)
      ? (known?.copies ?? [])
      : countCopies(shown ?? (await unionsOf(table).shownCopies(union, strong)));
  const counters = countQueue(queue, { copies, recountAt });
  const placedOn = new Set([union.recordId, ...queue.map(({ recordId }) => recordId)]);
  const writes = union.recordIds.flatMap((recordId) => {
    const own = placedOn.has(recordId) ? counters : undefined;
    return countersWrite(recordId, own, begun.get(recordId), now) ?? [];
  });
  // One check a day: a write that changes the time of the next count also writes the row that starts it.
  if (first && isDue) writes.push(holdCheckRow(first, recountAt));
  return writes.length === 0 || (await table.write(writes)) === undefined;
};

/**
 * Counts the queue of a record again, after holds joined or left it; with `copies`, its copies as well. Ends the counters of a record
 * that is gone. Takes any id of the record; throws after repeated conflicts.
 */
export const countQueueOf = async (
  table: Table,
  recordId: string,
  now: number,
  { copies: withCopies = false }: { copies?: boolean } = {},
): Promise<void> => {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const union = await unionsOf(table).find(recordId, strong);
    if (!union) {
      const known = (await countersOf(table, [recordId], strong)).get(recordId);
      const ended = countersWrite(recordId, undefined, known, now);
      if (!ended || (await table.write([ended])) === undefined) return;
      continue;
    }
    const begun = await beginCount(table, union);
    const shown = withCopies ? await unionsOf(table).shownCopies(union, strong) : undefined;
    if (await finishCount(table, { union, begun, shown }, now)) return;
  }
  throw new TableConflict(`Others counted the queue of ${recordId} again and again.`);
};
