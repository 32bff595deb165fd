import type { Member } from './components.ts';
import { isRuled, type Ruling } from './record-decisions.ts';
import { type Settling, settling } from './settle.ts';
import { entriesOf, type SourceState, StateLacks, type UnionRecord } from './union-state.ts';
import type { WorkingUnion } from './working-union.ts';

/** Returns the state of a source record; requests it when it was not read. */
export const stateOf = (union: WorkingUnion, sourceId: string): SourceState => {
  const state = union.source(sourceId);
  if (!state) throw new StateLacks({ sources: [sourceId] });
  return state;
};

/** Returns a source record's features from the first block that contains it; undefined when it is in none, such as a withdrawn record. */
export const knownFeatures = (
  union: WorkingUnion,
  { sourceId, matchKeys }: SourceState,
): Member['features'] | undefined =>
  matchKeys
    .slice(0, 1)
    .flatMap((key) => entriesOf(union.block(key)))
    .find((entry) => entry.sourceId === sourceId)?.features;

/** Returns the features of a source record in a union record: it is in a block unless it has no key or the reads are inconsistent. */
const featuresIn = (union: WorkingUnion, state: SourceState): Member['features'] | undefined => {
  const features = knownFeatures(union, state);
  const blocks = state.matchKeys.slice(0, 1);
  if (!features && blocks.length > 0) throw new StateLacks({ torn: { blocks, sources: [state.sourceId] } });
  return features;
};

/**
 * Returns the source records of a union record, ready to be settled, except one that is handled separately. Includes each of them, whatever
 * was read: an omitted one would end up in no record.
 */
export const settlingIn = (union: WorkingUnion, record: UnionRecord, except?: string): Settling[] => {
  const ids = record.sources.filter((id) => id !== except);
  union.need({ sources: ids });
  union.need({ blocks: ids.flatMap((id) => stateOf(union, id).matchKeys.slice(0, 1)) });
  return ids.map((id) => {
    const state = stateOf(union, id);
    return settling(state, featuresIn(union, state));
  });
};

/** Returns the records with the other source records of rulings. */
const namedBy = (union: WorkingUnion, rulings: readonly Ruling[]): UnionRecord[] => {
  const others = [...new Set(rulings.map(({ other }) => other))];
  union.need({ sources: others });
  return others.flatMap((other) => {
    const record = union.record(stateOf(union, other).recordId);
    return record.sources.includes(other) ? [record] : [];
  });
};

/**
 * Returns the records that rulings connect with some records, including these. Two records with matching sources are separate only because
 * of a ruling between them, so no record outside this part affects the result.
 */
export const ruledPart = (
  union: WorkingUnion,
  start: readonly UnionRecord[],
  rulings: readonly Ruling[] = [],
): UnionRecord[] => {
  const found = new Map<string, UnionRecord>();
  const waiting = [...start, ...namedBy(union, rulings)];
  for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
    if (found.has(one.recordId)) continue;
    found.set(one.recordId, one);
    if (one.ruled === undefined) continue;
    union.need({ sources: one.sources });
    for (const id of one.sources) {
      const state = stateOf(union, id);
      if (isRuled(state)) waiting.push(...namedBy(union, state.rulings ?? []));
    }
  }
  return [...found.values()];
};
