import { compared, type PossibleDuplicate } from '../duplicates/possible-duplicates.ts';
import { groupsOf } from './components.ts';
import { knownFeatures, ruledPart, settlingIn } from './decided-part.ts';
import { isRuled } from './record-decisions.ts';
import { type Settled, settle, settling } from './settle.ts';
import {
  type BlockEntry,
  entriesOf,
  type Incoming,
  type SourceState,
  type UnionChanges,
  type UnionRecord,
  type UnionState,
} from './union-state.ts';
import { type WorkingUnion, workingUnion } from './working-union.ts';

/** The result of comparing a record: the records with a match, and the uncertain pairs. */
type Around = { records: UnionRecord[]; possibleDuplicates: PossibleDuplicate[] };

/** Compares a record with all that share a match key. */
export const findMatches = (union: WorkingUnion, one: Incoming, before: SourceState | undefined): Around => {
  const others = new Map<string, BlockEntry>();
  for (const key of one.matchKeys)
    for (const entry of entriesOf(union.block(key)))
      if (entry.sourceId !== one.sourceId) others.set(entry.sourceId, entry);
  const { same, possibleDuplicates } = compared(
    { ...one, rulings: before?.rulings },
    [...others.values()],
    union.rules,
  );
  return { records: same.map(({ sourceId, recordId }) => union.recordOf(sourceId, recordId)), possibleDuplicates };
};

const byId = (a: { recordId: string }, b: { recordId: string }): number => (a.recordId < b.recordId ? -1 : 1);

/** Merges records into the one with the smallest id, which is the oldest: holds on the others resolve to it. */
const merge = (union: WorkingUnion, records: UnionRecord[]): UnionRecord | undefined => {
  const [survivor, ...absorbed] = [...new Map(records.map((one) => [one.recordId, one])).values()].sort(byId);
  if (!survivor || absorbed.length === 0) return survivor;
  const whole = {
    ...survivor,
    sources: [...new Set([...survivor.sources, ...absorbed.flatMap(({ sources }) => sources)])].sort(),
    absorbed: [
      ...new Set([...survivor.absorbed, ...absorbed.flatMap((one) => [one.recordId, ...one.absorbed])]),
    ].sort(),
  };
  union.setRecord(whole);
  for (const { recordId, v } of absorbed)
    union.setRecord({ recordId, v, sources: [], absorbed: [], mergedInto: whole.recordId });
  return whole;
};

/** Puts a source record into the blocks of its keys. */
export const enter = (union: WorkingUnion, { sourceId, matchKeys, features }: Incoming, recordId: string): void => {
  // One entry for all its blocks, so that its stored form is computed once.
  const entry = { sourceId, recordId, features };
  for (const key of matchKeys) union.putEntry(key, entry);
};

/** Removes a source record from the blocks of its keys. */
export const leave = (union: WorkingUnion, { sourceId, matchKeys }: SourceState): void => {
  for (const key of matchKeys) union.dropEntry(key, sourceId);
};

const nothing: Settled = { moved: [], relocated: [], recordOf: new Map() };

/** Settles the rest of a record again when a source leaves it: splits what only that source connected. */
const partRest = (union: WorkingUnion, record: UnionRecord, gone: string, newId: () => string): Settled =>
  settle(union, [record], groupsOf(settlingIn(union, record, gone), union.rules), newId);

/** Applies changes of sources' own records, so that later steps find them there. */
const noteMoved = (union: WorkingUnion, { moved }: Settled): SourceState[] => {
  const states = moved.flatMap(({ sourceId, recordId }) => {
    const state = union.source(sourceId);
    return state ? [{ ...state, recordId }] : [];
  });
  for (const state of states) union.setSource(state);
  return states;
};

/** Returns whether a source record is in the blocks of these keys only: it may have been stored when keys were made in another way. */
export const hasKeys = ({ matchKeys }: Pick<SourceState, 'matchKeys'>, keys: readonly string[]): boolean =>
  matchKeys.length === keys.length && keys.every((key) => matchKeys.includes(key));

type Placing = { union: WorkingUnion; one: Incoming; before: SourceState | undefined; newId: () => string };
/** The result of placing a record: its own record, the sources whose own record changed, and those that moved to another record. */
type Placed = { home: string; moved: SourceState[]; relocated: Settled['relocated'] };

/** Places a record with its matches; one that was alone in its record brings that record along. */
const place = ({ union, one, before, newId }: Placing, around: readonly UnionRecord[]): Placed => {
  const old = before && union.record(before.recordId);
  const alone = old?.sources.every((id) => id === one.sourceId) === true;
  const left = old && !alone ? partRest(union, old, one.sourceId, newId) : nothing;
  const moved = noteMoved(union, left);
  const clusters = left === nothing ? around : findMatches(union, one, before).records;
  const found = merge(union, [...(old && alone ? [{ ...old, sources: [] }] : []), ...clusters]) ?? {
    ...{ recordId: newId(), v: 0, sources: [], absorbed: [] },
  };
  const joined = { ...found, sources: [...new Set([...found.sources, one.sourceId])].sort() };
  union.setRecord(joined);
  enter(union, one, joined.recordId);
  const away = old && !alone && union.record(old.recordId).recordId !== joined.recordId;
  return {
    home: old && alone ? old.recordId : joined.recordId,
    moved,
    relocated: [...left.relocated, ...(away ? [{ sourceId: one.sourceId, recordId: joined.recordId }] : [])],
  };
};

/** Places a record on which staff ruled: settles the whole part of the union that the rulings connect. */
const placeRuled = ({ union, one, before, newId }: Placing, around: readonly UnionRecord[]): Placed => {
  const old = before ? [union.record(before.recordId)] : [];
  const part = ruledPart(union, [...old, ...around], before?.rulings);
  const { sourceId, matchKeys, features } = one;
  const others = part.flatMap((record) => settlingIn(union, record, sourceId));
  const self = before
    ? settling({ ...before, matchKeys }, features, { leaves: true })
    : { id: sourceId, features, matchKeys };
  const settled = settle(union, part, groupsOf([...others, self], union.rules), newId);
  const recordId = settled.recordOf.get(sourceId) ?? '';
  enter(union, one, recordId);
  const stays = before && !settled.moved.some((each) => each.sourceId === sourceId);
  const rest = { ...settled, moved: settled.moved.filter((each) => each.sourceId !== sourceId) };
  return {
    home: stays ? before.recordId : recordId,
    moved: noteMoved(union, rest),
    relocated: settled.relocated,
  };
};

const joinOne = (placing: Placing): Placed & Pick<Around, 'possibleDuplicates'> => {
  const { union, one, before } = placing;
  if (before) leave(union, before);
  const { records: around, possibleDuplicates } = findMatches(union, one, before);
  const records = before ? [union.record(before.recordId), ...around] : around;
  const ruled = (before && isRuled(before)) || records.some((record) => record.ruled);
  return { ...(ruled ? placeRuled(placing, around) : place(placing, around)), possibleDuplicates };
};

/**
 * Removes a withdrawn source record from the union: what only it connected becomes separate records, and a record without other sources
 * stays empty, for its holds. Takes the state and an id source; throws as `planJoin`.
 */
export const planWithdrawal = (state: UnionState, source: SourceState, newId: () => string): UnionChanges => {
  const union = workingUnion(state);
  leave(union, source);
  const part = ruledPart(union, [union.record(source.recordId)], source.rulings);
  const members = part.flatMap((record) => settlingIn(union, record, source.sourceId));
  const settled = settle(union, part, groupsOf(members, union.rules), newId);
  const moved = noteMoved(union, settled);
  return { ...union.changes(), moved, relocated: settled.relocated, possibleDuplicates: [], placed: [] };
};

/**
 * Adds source records to the union, one after another: new ones, or ones whose features changed (removed and matched again). Each joins
 * every record with a direct match, so the clusters are the connected components of "the same" in any order (see `clusterAll`); rulings of
 * staff take precedence (`groupsOf`). Takes the state and an id source for new records; returns what to write. Throws `StateLacks` when the
 * state is incomplete for the decision. Pure.
 */
export const planJoin = (state: UnionState, incoming: readonly Incoming[], newId: () => string): UnionChanges => {
  const union = workingUnion(state);
  const moved = new Map<string, SourceState>();
  const relocated = new Map<string, Settled['relocated'][number]>();
  const possibleDuplicates = new Map<string, PossibleDuplicate>();
  for (const one of incoming) {
    const before = union.source(one.sourceId);
    const same = before && knownFeatures(union, before);
    const isAsStored = (features: typeof same): boolean => JSON.stringify(features) === JSON.stringify(one.features);
    if (before && same && isAsStored(same) && hasKeys(before, one.matchKeys)) continue;
    const placed = joinOne({ union, one, before, newId });
    for (const source of placed.moved) moved.set(source.sourceId, source);
    for (const possibleDuplicate of placed.possibleDuplicates)
      possibleDuplicates.set(`${possibleDuplicate.one}\n${possibleDuplicate.two}`, possibleDuplicate);
    for (const source of placed.relocated) relocated.set(source.sourceId, source);
    const { sourceId, matchKeys } = one;
    union.setSource({ ...before, sourceId, v: before?.v ?? 0, recordId: placed.home, matchKeys });
  }
  // Resolved at the end: a later record of the same call may have merged or split the record of an earlier one.
  const now = (sourceId: string) => union.record(union.source(sourceId)?.recordId ?? '');
  const placed = incoming.map(({ sourceId }) => {
    const { recordId, sources } = now(sourceId);
    return { recordId, home: union.source(sourceId)?.recordId ?? recordId, matched: sources.length > 1 };
  });
  for (const { sourceId } of incoming) moved.delete(sourceId);
  const far = [...relocated.keys()].map((sourceId) => ({ sourceId, recordId: now(sourceId).recordId }));
  return {
    ...union.changes(),
    moved: [...moved.values()],
    relocated: far,
    possibleDuplicates: [...possibleDuplicates.values()],
    placed,
  };
};
