import { type Table, TableConflict } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { SourceRecord } from '../data/source-record.ts';
import { readFor, takeOver, type UnionCache } from '../data/union-cache.ts';
import { sourceWrite, unionWrites } from '../data/union-writes.ts';
import { noCounts } from '../domain/loading/import.ts';
import type { LoadRecord } from '../domain/loading/load-record.ts';
import { memberOfSource } from '../domain/source-id.ts';
import { planWithdrawal } from '../domain/union/join.ts';
import type { UnionChanges } from '../domain/union/union-state.ts';
import { retargetItems } from './follow-decision.ts';
import type { GuardedTitle } from './guard-last-copy.ts';
import { earlierOf, type Loaded, type Loading, MOST_WRITES, planned } from './load-group.ts';
import { type DeletedCopies, deletedCopies } from './plan-deleted-copies.ts';

/** At most four writes remove an item, two check its title, and a transaction takes 100. */
const MOST_PER_ITEM = 4;
const GUARDS = 2;
const ITEMS_AT_ONCE = 24;

const nothingChanges: UnionChanges = {
  ...{ blocks: [], dirtyPages: new Map(), records: [], rests: [] },
  ...{ moved: [], relocated: [], possibleDuplicates: [], duplicateHoldings: [], placed: [] },
};

/** Returns the source record after its deletion: its former content as contributed, with the checksum of the deletion. */
const deleted = (
  loading: Loading,
  record: LoadRecord,
  before: SourceRecord,
  { retained, stands }: DeletedCopies,
): SourceRecord => {
  const { itemsPending: _, deletionWaits: _waits, ...rest } = before;
  return {
    ...rest,
    ...{ importId: loading.importId, offset: record.offset, checksum: record.checksum, itemsBy: 'none' },
    ...(stands && !before.withdrawn
      ? { loadedAs: 'changed' as const, deletionWaits: true as const }
      : { loadedAs: 'withdrawn' as const, matchKeys: [], withdrawn: true as const }),
    ...earlierOf(loading.importId, before),
    ...(retained.length > 0 && { itemsPending: true }),
  };
};

/**
 * Writes what does not fit the record's transaction; a new attempt finds the rest. Each transaction raises the title's guard. Returns how
 * many copies were removed, or that something changed meanwhile.
 */
const writeFirst = async (
  table: Table,
  steps: readonly Write[][],
  title: GuardedTitle | undefined,
): Promise<number | 'conflict'> => {
  let nth = 0;
  for (let at = 0; at < steps.length; at += ITEMS_AT_ONCE, nth += 1)
    if (await table.write([...(title?.guards(nth) ?? []), ...steps.slice(at, at + ITEMS_AT_ONCE).flat()]))
      return 'conflict';
  return nth;
};

/** Returns the union records that a transaction writes or checks; 'conflict' when the title's record was read in another version. */
const writtenRecords = (
  { records, rests }: UnionChanges,
  title: GuardedTitle | undefined,
): Set<string> | 'conflict' => {
  const written = [...records, ...rests];
  const own = written.find(({ recordId }) => recordId === title?.record.recordId);
  if (own && own.v !== title?.record.v) return 'conflict';
  return new Set(written.map(({ recordId }) => recordId));
};

/**
 * Withdraws the record under the number of a deletion: it leaves the union; its items on the shelf are removed and their barcodes freed;
 * items that cannot be removed stay and are listed (`deletedCopies`). A record with a copy that no other member holds stays in the union
 * until that copy is gone. A repeated deletion removes what can be removed by then, and otherwise writes nothing. Returns 'conflict' when
 * something changed meanwhile.
 */
export const withdrawSource = async (
  loading: Loading,
  cache: UnionCache,
  record: LoadRecord,
): Promise<Loaded | 'conflict'> => {
  const { table, ids, now } = loading;
  const reading = { table, cache, strong: true };
  await readFor(reading, [record]);
  const before = cache.stored.get(record.sourceId);
  const counts = { ...noCounts(), read: 1, accepted: 1 };
  if (!before) return { counts: { ...counts, unchanged: 1 }, rejects: [] };
  const copies = await deletedCopies(loading, record, before);
  const { removals, offers, retained: rejects, stands, title } = copies;
  const steps = [...removals, ...offers.map((write) => [write])];
  const isDone = before.withdrawn ? rejects.length > 0 : stands && before.deletionWaits;
  if (steps.length === 0 && isDone) return { counts: { ...counts, unchanged: 1 }, rejects };
  const newId = () => ids.next('record', now);
  const changes =
    before.withdrawn || stands ? nothingChanges : await planned(reading, () => planWithdrawal(cache, before, newId));
  const written = writtenRecords(changes, title);
  if (written === 'conflict') return 'conflict';
  const source = deleted(loading, record, before, copies);
  const frame = [...unionWrites(changes, memberOfSource(record.sourceId)), sourceWrite(source)];
  // As many copies as fit share the record's transaction: usually all.
  const space = MOST_WRITES - frame.length - GUARDS;
  const together = Math.max(0, steps.length - Math.floor(space / MOST_PER_ITEM));
  try {
    const nth = await writeFirst(table, steps.slice(0, together), title);
    if (nth === 'conflict') return 'conflict';
    const guards = title?.guards(nth, written) ?? [];
    if (await table.write([...guards, ...frame, ...steps.slice(together).flat()])) return 'conflict';
  } catch (error) {
    if (error instanceof TableConflict) return 'conflict';
    throw error;
  }
  takeOver(cache, changes, [{ ...source, v: source.v + 1 }]);
  await retargetItems(table, changes.relocated);
  const is = before.withdrawn || stands ? 'changed' : 'withdrawn';
  return { counts: { ...counts, [is]: 1, itemsWithdrawn: removals.length }, rejects };
};
