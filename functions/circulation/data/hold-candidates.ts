import { millis } from '../../../layers/kernel/calendar/days.ts';
import { ID_PREFIXES } from '../../../layers/kernel/identity/id.ts';
import type { Consistency } from '../../../layers/platform/dynamodb/consistency.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { keys as catalogueKeys } from '../../catalogue/public/keys.ts';
import { lentBy } from '../../catalogue/public/lent-by.ts';
import type { Hold } from '../../items/public/hold.ts';
import { isOver } from '../../items/public/hold-is-over.ts';
import { isFirstComeFirst, rankHolds, type Scan } from '../domain/holds/best-hold.ts';
import { followed } from '../domain/holds/hold-editions.ts';
import { isWaiting } from '../domain/holds/hold-queue.ts';
import { type QueueRead, queueReader } from './hold-queue-reader.ts';
import { pointed, readHold } from './hold-store.ts';
import { sortPrefix } from './keys.ts';
import { stoppedHolds } from './stopped-holds.ts';

/** The number of waiting holds that compete for a copy under another adopted order than "first come, first served" (C50). */
export const MOST_COMPETING = 250;

/** How many patrons' blocks are loaded at a time: only of those who would get the copy. */
const STANDINGS = 10;

/** The holds that a scanned copy can choose from, in queue order, and the ids of those whose patron's blocks prevent the capture (C27). */
export type Candidates = { waiting: Hold[]; stopped: ReadonlySet<string> };

/** Returns the best hold read so far whose patron has no preventing block. Adds the holds that it checked to `known`. */
const bestOf = async (
  table: Table,
  scan: Scan,
  open: readonly Hold[],
  known: { stopped: Set<string>; free: Set<string> },
  reading: Consistency,
): Promise<Hold | undefined> => {
  for (;;) {
    const ranked = rankHolds({ ...scan, stopped: known.stopped }, open).map(({ hold }) => hold);
    const [best] = ranked;
    if (best === undefined || known.free.has(best.holdId)) return best;
    const asked = ranked.filter(({ holdId }) => !known.free.has(holdId)).slice(0, STANDINGS);
    const stopped = await stoppedHolds(table, asked, scan.policies, scan.at, reading);
    for (const { holdId } of asked) (stopped.has(holdId) ? known.stopped : known.free).add(holdId);
  }
};

const isFound = (scan: Scan, best: Hold | undefined, { open, upTo }: QueueRead): boolean => {
  if (upTo === undefined) return true;
  if (best === undefined) return false;
  if (!isFirstComeFirst(scan)) return open.filter(isWaiting).length >= MOST_COMPETING;
  return millis(best.queuedAt ?? best.placedAt) < upTo;
};

/**
 * Returns the holds that a scanned copy can choose from. Under "first come, first served" the queue of its records is read only until no
 * later hold can precede the best one found; under another order the oldest 250 waiting holds compete, and more are read only when the
 * copy may fill none of them (C49). Holds of members that the copy is hidden from are excluded. A queue of thousands therefore costs a
 * scan no more than one of hundreds.
 */
export const candidatesFor = async (
  table: Table,
  recordIds: readonly string[],
  scan: Scan,
  reading: Consistency = {},
): Promise<Candidates> => {
  const reader = queueReader(table, recordIds, reading);
  const known = { stopped: new Set<string>(), free: new Set<string>() };
  const { item } = scan;
  let lent: Awaited<ReturnType<typeof lentBy>> | undefined;
  for (;;) {
    const all = await reader.more();
    // The hidden members matter only when other members' patrons wait. A commitment made before the copy was hidden still applies.
    if (all.open.some(({ patronMember }) => patronMember !== item.memberId))
      lent ??= await lentBy(table, item, reading);
    const isMeant = ({ patronMember, targetItemId }: Hold): boolean =>
      targetItemId === item.itemId || lent === undefined || lent(patronMember);
    const read = { ...all, open: all.open.filter(isMeant) };
    const best = await bestOf(table, scan, read.open, known, reading);
    if (isFound(scan, best, read)) return { waiting: read.open, stopped: known.stopped };
  }
};

const readUntil = async (
  table: Table,
  recordIds: readonly string[],
  areEnough: (read: QueueRead) => boolean,
  reading: Consistency,
): Promise<QueueRead> => {
  const reader = queueReader(table, recordIds, reading);
  for (;;) {
    const read = await reader.more();
    if (read.upTo === undefined || areEnough(read)) return read;
  }
};

/** Reads the holds of records in queue order until they suffice for an answer or the read limit is reached. */
export const holdsUntil = async (
  table: Table,
  recordIds: readonly string[],
  areEnough: (open: readonly Hold[]) => boolean,
  reading: Consistency = {},
): Promise<Hold[]> => (await readUntil(table, recordIds, ({ open }) => areEnough(open), reading)).open;

const queueTime = (hold: Hold): number => millis(hold.queuedAt ?? hold.placedAt);

/**
 * Returns the open holds of records up to a hold's place, whether it is written yet or not, in queue order, with some after it.
 * Undefined when the place is too far back to count.
 */
export const queueTo = async (
  table: Table,
  recordIds: readonly string[],
  hold: Hold,
  reading: Consistency = {},
): Promise<Hold[] | undefined> => {
  const time = queueTime(hold);
  const { open, cut } = await readUntil(table, recordIds, ({ upTo = time }) => time < upTo, reading);
  return cut === undefined || time < cut ? open : undefined;
};

/** Returns the first holds of records in queue order, fewer at the read limit; and whether there are more. */
export const firstHolds = async (
  table: Table,
  recordIds: readonly string[],
  count: number,
): Promise<{ holds: Hold[]; more: boolean }> => {
  const certain = ({ open, upTo = Number.POSITIVE_INFINITY }: QueueRead): number =>
    open.filter((hold) => queueTime(hold) < upTo).length;
  const { open } = await readUntil(table, recordIds, (read) => certain(read) > count, {});
  return { holds: open.slice(0, count), more: open.length > count };
};

/** The number of a record's latest holds that are read when an index may not contain them yet. */
const NEWEST = 20;

type Kind = 'hold' | 'holdElsewhere';

const latest = async (
  table: Table,
  recordIds: readonly string[],
  kinds: readonly Kind[],
  { strong = false }: Consistency,
): Promise<Hold[]> => {
  const pages = await Promise.all(
    recordIds.flatMap((recordId) =>
      kinds.map((kind) => {
        const partition = catalogueKeys.key('record', { recordId }).pk;
        // The agreed holds of consortium loans follow in the key order, under the ids of their requests.
        const prefix = `${sortPrefix(kind)}${ID_PREFIXES.hold}_`;
        const newest = { limit: NEWEST, backwards: true, ...(strong && { strong }) };
        return table.query({ partition, between: [prefix, `${prefix}~`], ...newest });
      }),
    ),
  );
  const rows = pages.flatMap(({ items }) => items);
  const own = rows.filter(({ entity }) => entity === 'hold').map(readHold);
  const others = await table.getMany(pointed(rows), { strong });
  const found = [...own, ...others.flatMap((row) => (row ? [readHold(row)] : []))];
  return found.map((hold) => followed(hold, recordIds));
};

/** Returns the latest open holds on records; strongly consistent by default, since an eventually consistent index may lack them. */
export const newestHolds = async (
  table: Table,
  recordIds: readonly string[],
  reading: Consistency = { strong: true },
): Promise<Hold[]> =>
  (await latest(table, recordIds, ['hold', 'holdElsewhere'], reading)).filter((hold) => !isOver(hold));

/** Returns the holds that were placed last on each of these records, ended ones as well; and whether there may be more. */
export const placedLast = async (table: Table, recordIds: readonly string[], reading: Consistency) => {
  const holds = await latest(table, recordIds, ['hold'], reading);
  return { holds, more: holds.length >= NEWEST };
};
