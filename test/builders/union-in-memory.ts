import { blockingKeys } from '../../functions/catalogue/domain/matching/blocking-keys.ts';
import type { MatchFeatures } from '../../functions/catalogue/domain/matching/features.ts';
import { defaultRules, type MatchRules } from '../../functions/catalogue/domain/matching/match-rules.ts';
import { planJoin, planWithdrawal } from '../../functions/catalogue/domain/union/join.ts';
import {
  planRuling,
  planUndoing,
  type Ruled,
  type RulingDecision,
} from '../../functions/catalogue/domain/union/plan-decision.ts';
import { planRedecision, type Redecided } from '../../functions/catalogue/domain/union/redecide.ts';
import type {
  Incoming,
  MatchBlock,
  SourceState,
  UnionChanges,
  UnionRecord,
} from '../../functions/catalogue/domain/union/union-state.ts';

/** A source record to be joined, as from an import. */
export const incoming = (sourceId: string, features: MatchFeatures): Incoming => ({
  sourceId,
  features,
  matchKeys: blockingKeys(features),
});

/** A whole union in memory: every join is planned on all of it and applied at once, by rules. Returns its clusters, sorted. */
export const unionInMemory = (rules: MatchRules = defaultRules) => {
  const blocks = new Map<string, MatchBlock>();
  const records = new Map<string, UnionRecord>();
  const sources = new Map<string, SourceState>();
  let made = 0;
  const newId = (): string => {
    made += 1;
    return `rec_${String(made).padStart(6, '0')}`;
  };
  let possibleDuplicates: UnionChanges['possibleDuplicates'] = [];
  const apply = (changes: UnionChanges): void => {
    possibleDuplicates = changes.possibleDuplicates;
    for (const block of changes.blocks) blocks.set(block.key, block);
    for (const record of changes.records) records.set(record.recordId, { ...record, v: record.v + 1 });
    for (const moved of changes.moved) sources.set(moved.sourceId, moved);
  };
  const withdraw = (sourceId: string): void => {
    const source = sources.get(sourceId);
    if (!source || source.matchKeys.length === 0) return;
    apply(planWithdrawal({ rules, blocks, records, sources }, source, newId));
    // Like the store: the record remains, in no block.
    sources.set(sourceId, { ...source, matchKeys: [] });
  };
  const join = (...all: Incoming[]): { recordId: string; matched: boolean }[] => {
    for (const key of all.flatMap(({ matchKeys }) => matchKeys))
      if (!blocks.has(key)) blocks.set(key, { key, pages: [{ v: 0, entries: [] }] });
    const changes = planJoin({ rules, blocks, records, sources }, all, newId);
    apply(changes);
    for (const [i, { sourceId, matchKeys }] of all.entries()) {
      const rulings = sources.get(sourceId)?.rulings;
      const recordId = changes.placed[i]?.home ?? '';
      sources.set(sourceId, { sourceId, v: 1, recordId, matchKeys, ...(rulings && { rulings }) });
    }
    return changes.placed.map(({ recordId, matched }) => ({ recordId, matched }));
  };
  const clusters = (): string[][] =>
    [...records.values()]
      .filter(({ mergedInto, sources: held }) => mergedInto === undefined && held.length > 0)
      .map(({ sources: held }) => [...held].sort())
      .sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
  const rule = (decision: RulingDecision): Ruled => {
    const ruled = planRuling({ rules, blocks, records, sources }, decision, newId);
    apply(ruled);
    return ruled;
  };
  const undo = (decision: RulingDecision): Ruled => {
    const undone = planUndoing({ rules, blocks, records, sources }, decision, newId);
    apply(undone);
    return undone;
  };
  /** Decides each source record again by other rules, in this order of their ids; returns the effects that changed something. */
  const redecide = (by: MatchRules, ids: readonly string[] = [...sources.keys()]): Redecided[] =>
    ids.flatMap((sourceId) => {
      const redecided = planRedecision({ rules: by, blocks, records, sources }, sourceId, newId);
      apply(redecided);
      return redecided.records.length > 0 ? [redecided] : [];
    });
  /** Returns the record to which an id leads now. */
  const now = (recordId: string): UnionRecord => {
    let one = records.get(recordId);
    while (one?.mergedInto !== undefined) one = records.get(one.mergedInto);
    if (!one) throw new Error(`There is no record ${recordId}.`);
    return one;
  };
  return {
    rules,
    possibleDuplicates: () => possibleDuplicates,
    join,
    withdraw,
    rule,
    undo,
    redecide,
    now,
    clusters,
    records,
    blocks,
    sources,
  };
};
