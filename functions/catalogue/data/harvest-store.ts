import { expectedVersion } from '../../../layers/platform/dynamodb/condition.ts';
import { type Table, TableConflict } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type Clock, systemClock } from '../../../layers/platform/runtime/clock.ts';
import { EFFECT_MS, SETTLED_MS, stampOf } from '../domain/harvest/datestamps.ts';
import { type HarvestRow, type HarvestState, harvestItem, harvestKey, readHarvest, setItem } from './harvest-row.ts';

/** What a rebuild of the index found a record to be for the doors; `number` is the one that it took before it read. */
export type HarvestNote = HarvestState & { recordId: string; number: number };

const TRIES = 6;
/** A transaction takes 100 writes, and a record with many members needs some of them. */
const WRITES_AT_ONCE = 90;

type Planned = { note: HarvestNote; writes: Write[]; stamped: boolean };

const nothing = (note: HarvestNote): Planned => ({ note, writes: [], stamped: false });

/**
 * The set in whose list the row itself stands: one of those in which the record is first seen, for ever. Once it has left that set,
 * it is told there as deleted since that day.
 */
const leadOf = (sets: readonly string[], before: HarvestRow | undefined, at: string): HarvestRow['lead'] => {
  const lead = before?.lead;
  if (lead) return [...sets, ...before.sets].includes(lead.set) ? { set: lead.set, at } : lead;
  const first = before?.changedAt === undefined ? sets.at(-1) : undefined;
  return first === undefined ? undefined : { set: first, at };
};

const rowOf = (note: HarvestNote, before: HarvestRow | undefined, changedAt: string): HarvestRow => {
  const { recordId, number, digest, forms } = note;
  // A record that is gone stays in the sets where harvesters had it.
  const sets = forms === undefined ? (before?.sets ?? []) : note.sets;
  const lead = leadOf(sets, before, changedAt);
  const known = { recordId, v: before?.v ?? 0, number, digest, changedAt, sets };
  return { ...known, ...(lead && { lead }), ...(forms && { forms }) };
};

/** The write of a place in a set; where the record was in it, that place is known. */
const setWrite = (recordId: string, set: string, changedAt: string, before: HarvestRow | undefined): Write => {
  const was = before?.sets.includes(set) ? before.changedAt : undefined;
  return {
    put: setItem(recordId, set, changedAt),
    ...(was !== undefined && { sizeOf: setItem(recordId, set, was) }),
  };
};

/**
 * The writes that bring a record's rows up to what a rebuild found. Of one that is as it was only the number is noted: so
 * that a rebuild that read earlier and writes later is told apart, and no datestamp moves. A set that the record left keeps
 * a row with the datestamp of that day.
 */
const planned = (
  note: HarvestNote,
  stands: Record<string, unknown> | undefined,
  now: number,
  again: boolean,
): Planned => {
  const { recordId, number, digest } = note;
  const before = stands === undefined ? undefined : readHarvest(stands);
  const sizeOf = stands === undefined ? {} : { sizeOf: stands };
  if (before && (before.number > number || (before.number === number && !again))) return nothing(note);
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
  const touched = [...new Set([...row.sets, ...(before?.sets ?? [])])].filter((set) => set !== row.lead?.set);
  return {
    note,
    stamped: true,
    writes: [
      { put: harvestItem(row), when: expectedVersion(row.v), ...sizeOf },
      ...touched.map((set) => setWrite(recordId, set, changedAt, before)),
    ],
  };
};

const groups = (plans: readonly Planned[]): Planned[][] => {
  const all: Planned[][] = [];
  let size = 0;
  for (const plan of plans) {
    const last = all.at(-1);
    if (last && size + plan.writes.length <= WRITES_AT_ONCE) last.push(plan);
    else {
      all.push([plan]);
      size = 0;
    }
    size += plan.writes.length;
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

/** Of a record of more sets than a transaction takes, the places in most of them come first: until its own row follows, they are passed over. */
const inTurns = async (table: Table, writes: readonly Write[]): Promise<boolean> => {
  for (let end = writes.length; end > MOST_WRITES; end -= MOST_WRITES)
    if (!(await attempted(table, writes.slice(Math.max(MOST_WRITES, end - MOST_WRITES), end)))) return false;
  return attempted(table, writes.slice(0, MOST_WRITES));
};

type Left = { again: HarvestNote[]; late: HarvestNote[] };

/**
 * Writes a group in one transaction. Gives those that are still to do: `again` when a race was lost, so that they are read and
 * planned anew; `late` when their datestamp, chosen at `plannedAt`, may have passed before all could see them.
 */
const written = async (table: Table, group: readonly Planned[], clock: Clock, plannedAt: number): Promise<Left> => {
  const writes = group.flatMap((plan) => plan.writes);
  if (!(await inTurns(table, writes))) return { again: group.map(({ note }) => note), late: [] };
  const isLate = clock.now() - plannedAt > EFFECT_MS - SETTLED_MS;
  return { again: [], late: isLate ? group.filter(({ stamped }) => stamped).map(({ note }) => note) : [] };
};

const round = async (
  table: Table,
  notes: readonly HarvestNote[],
  clock: Clock,
  { alone, again }: { alone: boolean; again: boolean },
): Promise<Left> => {
  const keys = notes.map(({ recordId }) => harvestKey(recordId));
  const rows = await table.getMany(keys, { strong: true });
  const plannedAt = clock.now();
  const plans = notes
    .map((note, i) => planned(note, rows[i], plannedAt, again))
    .filter(({ writes }) => writes.length > 0);
  const left: Left = { again: [], late: [] };
  for (const group of alone ? plans.map((plan) => [plan]) : groups(plans)) {
    const outcome = await written(table, group, clock, plannedAt);
    left.again.push(...outcome.again);
    left.late.push(...outcome.late);
  }
  return left;
};

/**
 * Notes what rebuilds found some records to be for harvesters and SRU, each record once. What is as it was moves no datestamp;
 * a number lower than the noted one changes nothing. A write that took so long that its datestamp might already have passed
 * gets another. Throws `TableConflict` when races go on and on.
 */
export const noteHarvest = async (
  table: Table,
  notes: readonly HarvestNote[],
  clock: Clock = systemClock,
): Promise<void> => {
  let waiting = [...notes];
  let late: HarvestNote[] = [];
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const first = await round(table, waiting, clock, { alone: attempt > 0, again: false });
    const second = await round(table, late, clock, { alone: true, again: true });
    waiting = first.again;
    late = [...first.late, ...second.late, ...second.again];
    if (waiting.length + late.length === 0) return;
  }
  throw new TableConflict(`What harvesters are told of ${waiting[0]?.recordId ?? late[0]?.recordId} lost its races.`);
};
