import type { Member } from './components.ts';
import { isRuled } from './record-decisions.ts';
import type { SourceState, UnionRecord } from './union-state.ts';
import type { WorkingUnion } from './working-union.ts';

/** A source record to be settled: `home` is its own record (absent when it is new), `leaves` when it gives that up. */
export type Settling = Member & { home?: string; leaves?: boolean };

/** The result of settling: sources whose own record changed, and those in a record to which no merge leads. */
export type Settled = {
  moved: { sourceId: string; recordId: string }[];
  relocated: { sourceId: string; recordId: string }[];
  recordOf: ReadonlyMap<string, string>;
};

const idOrder = (a: string, b: string): number => (a < b ? -1 : 1);

/** Returns the group with the most matching members; of equal ones the first. Undefined when there is none. */
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
 * Assigns record ids to groups: to the group with most of the sources whose own record it is, staying before leaving ones; else a record
 * follows its current sources, and a merged one the record that it was merged into.
 */
const assign = (union: WorkingUnion, records: readonly UnionRecord[], groups: Groups) => {
  const ids = [...new Set(records.flatMap(({ recordId, absorbed }) => [recordId, ...absorbed]))].sort(idOrder);
  const assigned = new Map<string, readonly Settling[] | undefined>();
  // The record that an id was merged into is older and so comes first.
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

/** Writes a changed record; otherwise notes that the decision depends on it. */
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
 * Returns the sources of a group that inherit its record's id: every displayed id must be owned, or it would not return to this group after
 * the next merge. An id without its last own source passes to those of the next id, which resolves to it.
 */
const heirs = (ids: readonly string[], group: readonly Settling[]): readonly Settling[] => {
  const owner = ids.find((id) => group.some(({ home }) => home === id));
  return owner === undefined || owner === ids[0] ? [] : group.filter(({ home }) => home === owner);
};

/** Combines the ids of a group into one record, the oldest: the others resolve to it. */
const write = (union: WorkingUnion, ids: readonly string[], group: readonly Settling[]): void => {
  const [recordId = '', ...absorbed] = ids;
  const before = union.raw(recordId);
  const sources = group.map(({ id }) => id).sort(idOrder);
  put(union, before, { recordId, v: before.v, sources, absorbed, ...(group.some(isRuled) && { ruled: true }) });
  for (const id of absorbed) {
    const was = union.raw(id);
    // A chain that already leads to the record does not change.
    if (was.mergedInto === undefined || union.record(id).recordId !== recordId)
      union.setRecord({ recordId: id, v: was.v, sources: [], absorbed: [], mergedInto: recordId });
  }
};

/**
 * Makes groups of source records the current union records. Takes the records of these sources. An id follows the sources whose own record
 * it is: holds placed on a record before a merge are on it again after a split, every id resolves to one record, and no hold is lost. A
 * group without an id gets a new one; a record left without sources stays empty, for its holds.
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
  // Records first, then the ids that resolve to them: a record in use again resolves to no other.
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

/** Returns a source record to be settled, with its own record. */
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
