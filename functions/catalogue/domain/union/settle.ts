import type { Member } from './components.ts';
import { isRuled } from './record-decisions.ts';
import type { SourceState, UnionRecord } from './union-state.ts';
import type { WorkingUnion } from './working-union.ts';

/** A source record about to be settled: `home` is the record of its own (none when it is new), `leaves` when it gives that up. */
export type Settling = Member & { home?: string; leaves?: boolean };

/** What came of it: sources whose own record is another now, and those in a record to which no merge leads. */
export type Settled = {
  moved: { sourceId: string; recordId: string }[];
  relocated: { sourceId: string; recordId: string }[];
  recordOf: ReadonlyMap<string, string>;
};

const idOrder = (a: string, b: string): number => (a < b ? -1 : 1);

/** The group with the most members that speak for it; among equals the first. Undefined when none does. */
const mostIn = (
  groups: readonly (readonly Settling[])[],
  speaks: (one: Settling) => boolean,
): readonly Settling[] | undefined => {
  const counts = groups.map((group) => group.filter(speaks).length);
  const most = Math.max(0, ...counts);
  return most === 0 ? undefined : groups[counts.indexOf(most)];
};

type Groups = readonly (readonly Settling[])[];

/**
 * To which group each record id goes: to where most of the sources are whose own it is, those that stay before those that leave;
 * else a record goes with its sources of now, and one merged goes on with the one that it was merged into.
 */
const assign = (union: WorkingUnion, records: readonly UnionRecord[], groups: Groups) => {
  const ids = [...new Set(records.flatMap(({ recordId, absorbed }) => [recordId, ...absorbed]))].sort(idOrder);
  const assigned = new Map<string, readonly Settling[] | undefined>();
  // What an id was merged into is older and so comes before it.
  for (const id of ids) {
    const { mergedInto, sources } = union.raw(id);
    const own =
      mostIn(groups, ({ home, leaves }) => home === id && !leaves) ?? mostIn(groups, ({ home }) => home === id);
    const follows =
      mergedInto === undefined ? mostIn(groups, (one) => sources.includes(one.id)) : assigned.get(mergedInto);
    assigned.set(id, own ?? follows);
  }
  return assigned;
};

const sameList = (a: readonly string[], b: readonly string[]): boolean => a.join('\n') === b.join('\n');

/** Writes a record where it is another than it was; else notes that the decision rests on it. */
const put = (union: WorkingUnion, before: UnionRecord | undefined, after: UnionRecord): void => {
  const stays =
    before !== undefined &&
    before.mergedInto === undefined &&
    before.ruled === after.ruled &&
    sameList(before.sources, after.sources) &&
    sameList(before.absorbed, after.absorbed);
  if (stays) union.restOn(before);
  else union.setRecord(after);
};

/**
 * The sources of a group to which its record's own id passes: no id that is shown may be nobody's, or it would not come back to
 * this group after the next merge. What its last own source leaves goes to those of the next id, which leads to it.
 */
const heirs = (ids: readonly string[], group: readonly Settling[]): readonly Settling[] => {
  const owner = ids.find((id) => group.some(({ home }) => home === id));
  return owner === undefined || owner === ids[0] ? [] : group.filter(({ home }) => home === owner);
};

/** The ids of a group become one record, the oldest: the others lead to it. */
const write = (union: WorkingUnion, ids: readonly string[], group: readonly Settling[]): void => {
  const [recordId = '', ...absorbed] = ids;
  const before = union.raw(recordId);
  const sources = group.map(({ id }) => id).sort(idOrder);
  put(union, before, { recordId, v: before.v, sources, absorbed, ...(group.some(isRuled) && { ruled: true }) });
  for (const id of absorbed) {
    const was = union.raw(id);
    // A chain that leads to the record already is left as it is.
    if (was.mergedInto === undefined || union.record(id).recordId !== recordId)
      union.setRecord({ recordId: id, v: was.v, sources: [], absorbed: [], mergedInto: recordId });
  }
};

/**
 * Makes groups of source records the union records that they are from now on. Takes the records whose sources these are. An id
 * goes with the sources whose own it is: so what was placed on a record before a merge is on it again when that is parted, every
 * id leads to one record, and nothing that was placed is lost. A group without an id gets a new one; a record that is left
 * without sources stays empty, for what was placed on it.
 */
export const settle = (
  union: WorkingUnion,
  records: readonly UnionRecord[],
  groups: Groups,
  newId: () => string,
): Settled => {
  const assigned = assign(union, records, groups);
  const wasIn = new Map(records.flatMap(({ recordId, sources }) => sources.map((id) => [id, recordId] as const)));
  const recordOf = new Map<string, string>();
  const idsOf = (group: readonly Settling[] | undefined): string[] =>
    [...assigned].filter(([, one]) => one === group).map(([id]) => id);
  const live = groups.map((group) => {
    const ids = idsOf(group);
    if (ids.length > 0) return { group, ids };
    const recordId = newId();
    union.setRecord({ recordId, v: 0, sources: [], absorbed: [] });
    return { group, ids: [recordId] };
  });
  // Records first, then what leads to them: a record that comes to life again leads nowhere else.
  for (const { group, ids } of live) {
    const [recordId = ''] = ids;
    for (const { id } of group) recordOf.set(id, recordId);
    const { v } = union.raw(recordId);
    if (union.raw(recordId).mergedInto !== undefined) union.setRecord({ recordId, v, sources: [], absorbed: [] });
  }
  for (const { group, ids } of live) write(union, ids, group);
  const empty = idsOf(undefined);
  for (const record of records)
    if (empty.includes(record.recordId))
      put(union, record, { ...record, sources: [], absorbed: record.absorbed.filter((id) => empty.includes(id)) });
  const everyone = groups.flat();
  const heir = new Set(live.flatMap(({ group, ids }) => heirs(ids, group)));
  const isHome = ({ id, home }: Settling): boolean =>
    home !== undefined && assigned.has(home) && union.record(home).recordId === recordOf.get(id);
  const isFar = (id: string): boolean => {
    const before = wasIn.get(id);
    return before !== undefined && union.record(before).recordId !== recordOf.get(id);
  };
  const now = ({ id }: Settling) => ({ sourceId: id, recordId: recordOf.get(id) ?? '' });
  return {
    moved: everyone.filter((one) => heir.has(one) || !isHome(one)).map(now),
    relocated: everyone.filter(({ id }) => isFar(id)).map(now),
    recordOf,
  };
};

/** A source record as it is settled: with the record of its own. */
export const settling = (
  state: SourceState,
  features: Member['features'],
  more: { leaves?: boolean } = {},
): Settling => ({
  id: state.sourceId,
  features,
  matchKeys: state.matchKeys,
  rulings: state.rulings,
  home: state.recordId,
  ...more,
});
