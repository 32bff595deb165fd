import { chunks } from '../../../layers/kernel/collections/chunks.ts';
import { expectedVersion } from '../../../layers/platform/dynamodb/condition.ts';
import { type Table, TableConflict } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type Clock, systemClock } from '../../../layers/platform/runtime/clock.ts';
import { EFFECT_MS, SETTLED_MS, stampOf } from '../domain/harvest/datestamps.ts';
import { type HarvestRow, type HarvestState, harvestItem, harvestKey, readHarvest, setItem } from './harvest-row.ts';

/** The harvest data that an index rebuild computed for a record; `number` is the one that it took before it read. */
export type HarvestNote = HarvestState & { recordId: string; number: number };

const TRIES = 6;
/** A transaction takes 100 writes, and a record with many members needs several. */
const WRITES_AT_ONCE = 90;
/** The calls of a round that run concurrently. */
const CALLS_AT_ONCE = 25;

type Planned = { note: HarvestNote; writes: Write[]; stamped: boolean };

const nothing = (note: HarvestNote): Planned => ({ note, writes: [], stamped: false });

/**
 * Returns the two sets whose lists contain the row itself: permanently two of the record's first sets. After the record has left such a
 * set, it is listed there as deleted since that date.
 */
const leadsOf = (
  sets: readonly string[],
  before: HarvestRow | undefined,
  at: string,
): Pick<HarvestRow, 'lead' | 'second'> => {
  const leads = { lead: before?.lead, second: before?.second };
  if (before?.changedAt === undefined) {
    const [second, lead] = sets.length > 1 ? sets.slice(-2) : [undefined, sets[0]];
    return {
      ...(lead !== undefined && { lead: { set: lead, at } }),
      ...(second !== undefined && { second: { set: second, at } }),
    };
  }
  const moved = (listing: HarvestRow['lead']): HarvestRow['lead'] =>
    listing && [...sets, ...before.sets].includes(listing.set) ? { set: listing.set, at } : listing;
  const [lead, second] = [moved(leads.lead), moved(leads.second)];
  return { ...(lead && { lead }), ...(second && { second }) };
};

const rowOf = (note: HarvestNote, before: HarvestRow | undefined, changedAt: string): HarvestRow => {
  const { recordId, number, digest, forms } = note;
  // A deleted record stays in the sets in which harvesters had it.
  const sets = forms === undefined ? (before?.sets ?? []) : note.sets;
  const known = { recordId, v: before?.v ?? 0, number, digest, changedAt, sets };
  return { ...known, ...leadsOf(sets, before, changedAt), ...(forms && { forms: forms() }) };
};

/** Returns the write of a record's position in a set, with its earlier item if it was in the set: `sizeOf` needs that. */
const setWrite = (recordId: string, set: string, changedAt: string, before: HarvestRow | undefined): Write => {
  const was = before?.sets.includes(set) ? before.changedAt : undefined;
  return {
    put: setItem(recordId, set, changedAt),
    ...(was !== undefined && { sizeOf: setItem(recordId, set, was) }),
  };
};

/** How notes are written; see `noteHarvest`. */
type Noting = { again: boolean; leavesUnchanged: boolean };

/**
 * Plans the writes that update a record's rows after a rebuild. For unchanged data only the number is stored, so that a rebuild that read
 * earlier and writes later is detected, and no datestamp changes. A set that the record left keeps a row with the datestamp of that date.
 */
const planned = (
  note: HarvestNote,
  stands: Record<string, unknown> | undefined,
  now: number,
  { again, leavesUnchanged }: Noting,
): Planned => {
  const { recordId, number, digest } = note;
  const before = stands === undefined ? undefined : readHarvest(stands);
  const sizeOf = stands === undefined ? {} : { sizeOf: stands };
  if (before && (before.number > number || (before.number === number && !again))) return nothing(note);
  if (leavesUnchanged && before?.digest === digest && !again) return nothing(note);
  if (before?.changedAt === undefined && note.forms === undefined) {
    const row: HarvestRow = { recordId, v: before?.v ?? 0, number, digest, sets: [] };
    return { note, writes: [{ put: harvestItem(row), when: expectedVersion(row.v), ...sizeOf }], stamped: false };
  }
  if (before?.digest === digest && !again)
    return {
      note,
      writes: [{ update: harvestKey(recordId), set: { number }, when: expectedVersion(before.v), ...sizeOf }],
      stamped: false,
    };
  const changedAt = stampOf(now);
  const row = rowOf(note, before, changedAt);
  const touched = [...new Set([...row.sets, ...(before?.sets ?? [])])].filter(
    (set) => set !== row.lead?.set && set !== row.second?.set,
  );
  return {
    note,
    stamped: true,
    writes: [
      { put: harvestItem(row), when: expectedVersion(row.v), ...sizeOf },
      ...touched.map((set) => setWrite(recordId, set, changedAt, before)),
    ],
  };
};

/**
 * Returns plans in groups that are written together. A plan of one write needs no transaction and stays alone: one would cost
 * twice as much.
 */
const groups = (plans: readonly Planned[]): Planned[][] => {
  const all: Planned[][] = plans.filter(({ writes }) => writes.length === 1).map((plan) => [plan]);
  let [group, size]: [Planned[], number] = [[], WRITES_AT_ONCE];
  for (const plan of plans.filter(({ writes }) => writes.length > 1)) {
    size += plan.writes.length;
    if (size > WRITES_AT_ONCE) {
      [group, size] = [[], plan.writes.length];
      all.push(group);
    }
    group.push(plan);
  }
  return all;
};

const attempted = async (table: Table, writes: readonly Write[]): Promise<boolean> => {
  try {
    return (await table.write([...writes])) === undefined;
  } catch (error) {
    if (error instanceof TableConflict) return false;
    throw error;
  }
};

const MOST_WRITES = 100;

/**
 * For a record in more sets than a transaction takes, most of the set rows are written first: readers skip them until the record's own row
 * follows.
 */
const writeInBatches = async (table: Table, writes: readonly Write[]): Promise<boolean> => {
  for (let end = writes.length; end > MOST_WRITES; end -= MOST_WRITES)
    if (!(await attempted(table, writes.slice(Math.max(MOST_WRITES, end - MOST_WRITES), end)))) return false;
  return attempted(table, writes.slice(0, MOST_WRITES));
};

type Left = { again: HarvestNote[]; late: HarvestNote[] };

/**
 * Writes a group in one transaction. Returns those that are still to do: `again` after a conflict, to be read and planned again; `late`
 * when the datestamp chosen at `plannedAt` may have passed before the write was visible.
 */
const written = async (table: Table, group: readonly Planned[], clock: Clock, plannedAt: number): Promise<Left> => {
  const writes = group.flatMap((plan) => plan.writes);
  if (!(await writeInBatches(table, writes))) return { again: group.map(({ note }) => note), late: [] };
  const isLate = clock.now() - plannedAt > EFFECT_MS - SETTLED_MS;
  return { again: [], late: isLate ? group.filter(({ stamped }) => stamped).map(({ note }) => note) : [] };
};

const round = async (
  table: Table,
  notes: readonly HarvestNote[],
  clock: Clock,
  { alone, ...noting }: Noting & { alone: boolean },
): Promise<Left> => {
  const keys = notes.map(({ recordId }) => harvestKey(recordId));
  const rows = await table.getMany(keys, { strong: true });
  const plannedAt = clock.now();
  const plans = notes
    .map((note, i) => planned(note, rows[i], plannedAt, noting))
    .filter(({ writes }) => writes.length > 0);
  const left: Left = { again: [], late: [] };
  for (const some of chunks(alone ? plans.map((plan) => [plan]) : groups(plans), CALLS_AT_ONCE)) {
    const outcomes = await Promise.all(some.map((group) => written(table, group, clock, plannedAt)));
    left.again.push(...outcomes.flatMap(({ again }) => again));
    left.late.push(...outcomes.flatMap(({ late }) => late));
  }
  return left;
};

/**
 * Stores the harvest data of rebuilt records for harvesters and SRU, each record once. Unchanged data changes no datestamp; a number lower
 * than the stored one changes nothing. A write that was too slow for its datestamp gets a new one. Throws `TableConflict` after repeated
 * conflicts. `leavesUnchanged`: writes nothing where the data are as stored, not even the number; for a rebuild of everything, which no
 * change of a record caused. Each change has a note of its own, whose number detects what was read before it.
 */
export const noteHarvest = async (
  table: Table,
  notes: readonly HarvestNote[],
  clock: Clock = systemClock,
  { leavesUnchanged = false } = {},
): Promise<void> => {
  let waiting = [...notes];
  let late: HarvestNote[] = [];
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const first = await round(table, waiting, clock, { alone: attempt > 0, again: false, leavesUnchanged });
    const second = await round(table, late, clock, { alone: true, again: true, leavesUnchanged });
    waiting = first.again;
    late = [...first.late, ...second.late, ...second.again];
    if (waiting.length + late.length === 0) return;
  }
  throw new TableConflict(`What harvesters are told of ${waiting[0]?.recordId ?? late[0]?.recordId} lost its races.`);
};
