import type { PossibleDuplicate } from '../duplicates/possible-duplicates.ts';
import { blockingKeys } from '../matching/blocking-keys.ts';
import type { MatchFeatures } from '../matching/features.ts';
import { groupsOf } from './components.ts';
import { knownFeatures, ruledPart, settlingIn, stateOf } from './decided-part.ts';
import { enter, findMatches, hasKeys, leave } from './join.ts';
import { settle } from './settle.ts';
import type { SourceState, UnionChanges, UnionRecord, UnionState } from './union-state.ts';
import { type WorkingUnion, workingUnion } from './working-union.ts';

/** The effect of a new decision: the source records that share a title with others than before, and the former union records. */
export type Redecided = UnionChanges & { joined: string[]; parted: string[]; before: string[] };

/** Returns for each source record those with which it is in one union record. */
const companions = (groups: readonly (readonly string[])[]): Map<string, ReadonlySet<string>> =>
  new Map(groups.flatMap((group) => group.map((id) => [id, new Set(group)] as const)));

const effectOf = (before: readonly (readonly string[])[], after: readonly (readonly string[])[]) => {
  const [was, is] = [companions(before), companions(after)];
  const gained = (from: typeof was, to: typeof was): string[] =>
    [...to].filter(([id, others]) => [...others].some((other) => !from.get(id)?.has(other))).map(([id]) => id);
  return { joined: gained(was, is).sort(), parted: gained(is, was).sort() };
};

/** Returns the pairs that a person is to examine: not those that are one title now. */
const openPairs = (pairs: readonly PossibleDuplicate[], recordOf: ReadonlyMap<string, string>): PossibleDuplicate[] =>
  pairs.filter(({ one, two }) => recordOf.get(one) === undefined || recordOf.get(one) !== recordOf.get(two));

/** Puts a source record that was stored with other keys into the blocks of its present ones. Returns it as it is then. */
const withPresentKeys = (
  union: WorkingUnion,
  self: SourceState,
  features: MatchFeatures | undefined,
): { self: SourceState; isRekeyed: boolean } => {
  const matchKeys = features === undefined ? [] : blockingKeys(features);
  if (features === undefined || hasKeys(self, matchKeys)) return { self, isRekeyed: false };
  union.need({ blocks: matchKeys });
  leave(union, self);
  enter(union, { sourceId: self.sourceId, features, matchKeys }, union.record(self.recordId).recordId);
  union.setSource({ ...self, matchKeys });
  return { self: { ...self, matchKeys }, isRekeyed: true };
};

/**
 * Decides again, by the rules of the state, with which records a stored source record is one title, without a change of the record: gives
 * it the present match keys, joins the records that match and parts what no match connects any more. Rulings of staff take precedence as in `planJoin`; a record whose
 * decisions are as they were changes nothing. After each source record was decided once, the union is the one that a load by these rules
 * would make. Takes the state and an id source; throws as `planJoin`. Pure.
 */
export const planRedecision = (state: UnionState, sourceId: string, newId: () => string): Redecided => {
  const union = workingUnion(state);
  const stored = stateOf(union, sourceId);
  union.need({ blocks: stored.matchKeys });
  const features = knownFeatures(union, stored);
  const { self, isRekeyed } = withPresentKeys(union, stored, features);
  const own = union.record(self.recordId);
  // A withdrawn record, or one without a match key, is decided by nothing.
  const isThere = features !== undefined && own.sources.includes(sourceId);
  const around = isThere
    ? findMatches(union, { sourceId, features, matchKeys: self.matchKeys }, self)
    : { records: [], possibleDuplicates: [] };
  const part: UnionRecord[] = isThere ? ruledPart(union, [own, ...around.records], self.rulings) : [];
  const members = part.flatMap((record) => settlingIn(union, record));
  const groups = groupsOf(members, union.rules);
  const settled = settle(union, part, groups, newId);
  const settledMoves = settled.moved.map((one) => ({ ...stateOf(union, one.sourceId), recordId: one.recordId }));
  const isMoved = settledMoves.some((one) => one.sourceId === sourceId);
  const moved = isRekeyed && !isMoved ? [...settledMoves, self] : settledMoves;
  for (const one of moved) union.setSource(one);
  return {
    ...union.changes(),
    ...{ moved, relocated: settled.relocated, placed: [] },
    possibleDuplicates: openPairs(around.possibleDuplicates, settled.recordOf),
    ...effectOf(
      part.map(({ sources }) => sources),
      groups.map((group) => group.map(({ id }) => id)),
    ),
    before: part.map(({ recordId }) => recordId),
  };
};
