import { groupsOf } from './components.ts';
import { ruledPart, settlingIn, stateOf } from './decided-part.ts';
import { type Ruling, withoutDecision } from './record-decisions.ts';
import { type Settling, settle } from './settle.ts';
import type { SourceState, UnionChanges, UnionState } from './union-state.ts';
import { type WorkingUnion, workingUnion } from './working-union.ts';

/** Two sets of source records that a decision separates or joins: each of one with each of the other. */
export type Sides = readonly [readonly string[], readonly string[]];

/** A decision of staff on source records, by its id, which sorts by time. */
export type RulingDecision = { decisionId: string; is: Ruling['is']; sides: Sides };

/** The result of a decision: what to write, and the union records of its sources before and after. */
export type Ruled = UnionChanges & { before: string[]; after: string[] };

const ruledOn = (state: SourceState, { decisionId, is, sides }: RulingDecision): SourceState => {
  const [one, two] = sides;
  const others = one.includes(state.sourceId) ? two : one;
  const rest = withoutDecision(state, decisionId);
  return { ...state, rulings: [...rest, ...others.map((other): Ruling => ({ other, is, decisionId }))] };
};

/** Returns the current records of some source records, each once, in order. */
const recordsOf = (union: WorkingUnion, states: readonly SourceState[]): string[] => {
  const records = states.flatMap(({ sourceId, recordId }) => {
    const record = union.record(recordId);
    return record.sources.includes(sourceId) ? [record.recordId] : [];
  });
  return [...new Set(records)].sort();
};

const resettle = (
  state: UnionState,
  { sides, is }: RulingDecision,
  change: (source: SourceState) => SourceState,
  newId: () => string,
): Ruled => {
  const union = workingUnion(state);
  const concerned = sides.flat().map((sourceId) => stateOf(union, sourceId));
  const before = recordsOf(union, concerned);
  const changed = concerned.map(change);
  // Includes what the earlier rulings connect: an undone ruling no longer does.
  const part = ruledPart(
    union,
    before.map((id) => union.record(id)),
    [...concerned, ...changed].flatMap(({ rulings = [] }) => [...rulings]),
  );
  for (const source of changed) union.setSource(source);
  const leaves = (one: Settling): boolean => is === 'apart' && sides[0].includes(one.id);
  const members = part
    .flatMap((record) => settlingIn(union, record))
    .map((one) => (leaves(one) ? { ...one, leaves: true } : one));
  const settled = settle(union, part, groupsOf(members, union.rules), newId);
  const written = new Map(changed.map((source) => [source.sourceId, source]));
  for (const { sourceId, recordId } of settled.moved)
    written.set(sourceId, { ...(written.get(sourceId) ?? stateOf(union, sourceId)), recordId });
  for (const source of written.values()) union.setSource(source);
  // Writes the records of both sides in any case, so that a load that read them before conflicts.
  for (const id of before) union.setRecord(union.raw(id));
  const changes = union.changes();
  return {
    ...changes,
    moved: [...written.values()],
    relocated: settled.relocated,
    possibleDuplicates: [],
    placed: [],
    before,
    after: recordsOf(
      union,
      [...written.values()].filter(({ sourceId }) => sides.flat().includes(sourceId)),
    ),
  };
};

/**
 * Plans a decision of staff: source records stay separate (the first set leaves) or together, whatever the matcher decides, now and
 * when they are loaded or matched again. A later decision on the same two takes precedence. Takes the state, the decision and an id source;
 * returns what to write. Throws `StateLacks` as `planJoin`. Pure.
 */
export const planRuling = (state: UnionState, decision: RulingDecision, newId: () => string): Ruled =>
  resettle(state, decision, (source) => ruledOn(source, decision), newId);

/** Plans the reversal of a decision: as if it had never been made, including later decisions and loads. Otherwise as `planRuling`. */
export const planUndoing = (state: UnionState, decision: RulingDecision, newId: () => string): Ruled =>
  resettle(
    state,
    { ...decision, is: 'together' },
    (source) => ({ ...source, rulings: withoutDecision(source, decision.decisionId) }),
    newId,
  );
