import { isSame } from '../matching/same-manifestation.ts';
import { components } from './components.ts';
import {
  type BlockEntry,
  entriesOf,
  type Incoming,
  type SourceState,
  StateLacks,
  type UnionChanges,
  type UnionRecord,
  type UnionState,
} from './union-state.ts';
import { type WorkingUnion, workingUnion } from './working-union.ts';

const matchesOf = (union: WorkingUnion, one: Incoming): BlockEntry[] => {
  const others = new Map<string, BlockEntry>();
  for (const key of one.matchKeys)
    for (const entry of entriesOf(union.block(key)))
      if (entry.sourceId !== one.sourceId) others.set(entry.sourceId, entry);
  return [...others.values()].filter(({ features }) => isSame(one.features, features));
};

const byId = (a: { recordId: string }, b: { recordId: string }): number => (a.recordId < b.recordId ? -1 : 1);

/** Merges records into the one with the smallest id, which is the oldest: what was placed on the others is found through it. */
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

/** Puts a record where its matches are; `home` is the record that it left empty, when it had one of its own. */
const place = (union: WorkingUnion, one: Incoming, home: UnionRecord | undefined, newId: () => string): UnionRecord => {
  const matches = matchesOf(union, one);
  const clusters = matches.map(({ sourceId, recordId }) => union.recordOf(sourceId, recordId));
  const found = merge(union, home ? [home, ...clusters] : clusters) ?? {
    recordId: newId(),
    v: 0,
    sources: [],
    absorbed: [],
  };
  const joined = { ...found, sources: [...new Set([...found.sources, one.sourceId])].sort() };
  union.setRecord(joined);
  for (const key of one.matchKeys)
    union.putEntry(key, { sourceId: one.sourceId, recordId: joined.recordId, features: one.features });
  return joined;
};

const knownFeatures = (union: WorkingUnion, { sourceId, matchKeys }: SourceState): BlockEntry | undefined =>
  matchKeys.flatMap((key) => entriesOf(union.block(key))).find((entry) => entry.sourceId === sourceId);

/** What is left of a record when a source leaves it may fall apart: whatever held together only through it becomes records of their own. */
const partRest = (union: WorkingUnion, record: UnionRecord, rest: string[], newId: () => string): SourceState[] => {
  const unread = rest.filter((sourceId) => union.source(sourceId) === undefined);
  if (unread.length > 0) throw new StateLacks({ sources: unread });
  const states = rest.flatMap((sourceId) => union.source(sourceId) ?? []);
  const members = states.flatMap((state) => {
    const entry = knownFeatures(union, state);
    return entry ? [{ id: state.sourceId, features: entry.features, matchKeys: state.matchKeys, state }] : [];
  });
  const [kept = [], ...parted] = components(members);
  const silent = rest.filter((sourceId) => !members.some(({ id }) => id === sourceId));
  union.setRecord({ ...record, sources: [...kept.map(({ id }) => id), ...silent].sort() });
  return parted.flatMap((part) => {
    const recordId = newId();
    union.setRecord({ recordId, v: 0, sources: part.map(({ id }) => id).sort(), absorbed: [] });
    return part.map(({ state }) => ({ ...state, recordId }));
  });
};

/** Takes a changed record out of the union. Gives the record it leaves empty, if so, and the sources that moved. */
const takeOut = (
  union: WorkingUnion,
  before: SourceState,
  newId: () => string,
): { home?: UnionRecord; moved: SourceState[] } => {
  const record = union.record(before.recordId);
  const rest = record.sources.filter((sourceId) => sourceId !== before.sourceId);
  for (const key of before.matchKeys) union.dropEntry(key, before.sourceId);
  if (rest.length === 0) return { home: { ...record, sources: [] }, moved: [] };
  return { moved: partRest(union, record, rest, newId) };
};

/**
 * Takes a withdrawn source record out of the union: what held together only through it becomes records of their own, and a
 * record of which it was the last stays empty, for what was placed on it. Takes the state and an id source; throws as `planJoin`.
 */
export const planWithdrawal = (state: UnionState, source: SourceState, newId: () => string): UnionChanges => {
  const union = workingUnion(state);
  const { home, moved } = takeOut(union, source, newId);
  if (home) union.setRecord(home);
  return { ...union.changes(), moved, placed: [] };
};

/**
 * Puts source records into the union, one after another: a new one, or one whose features changed (it is taken out and
 * matched again). Each joins every record that holds a match by itself, so the clusters are the connected components of
 * "the same" whatever the order (see `clusterAll`). Takes the state and an id source for new records; gives what to
 * write. Throws `StateLacks` when the state is not whole for the decision. Pure.
 */
export const planJoin = (state: UnionState, incoming: readonly Incoming[], newId: () => string): UnionChanges => {
  const union = workingUnion(state);
  const moved = new Map<string, SourceState>();
  for (const one of incoming) {
    const before = union.source(one.sourceId);
    const same = before && knownFeatures(union, before);
    if (before && same && JSON.stringify(same.features) === JSON.stringify(one.features)) continue;
    const left = before ? takeOut(union, before, newId) : { moved: [] };
    for (const source of left.moved) {
      union.setSource(source);
      moved.set(source.sourceId, source);
    }
    const { recordId } = place(union, one, 'home' in left ? left.home : undefined, newId);
    union.setSource({ sourceId: one.sourceId, v: before?.v ?? 0, recordId, matchKeys: one.matchKeys });
  }
  // Asked at the end: a later record of the same call may have merged or parted what an earlier one was put into.
  const placed = incoming.map(({ sourceId }) => {
    const record = union.record(union.source(sourceId)?.recordId ?? '');
    return { recordId: record.recordId, matched: record.sources.length > 1 };
  });
  for (const { sourceId } of incoming) moved.delete(sourceId);
  return { ...union.changes(), moved: [...moved.values()], placed };
};
