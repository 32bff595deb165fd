import { planJoin, planWithdrawal } from '../../layers/domain/catalogue/join.ts';
import type {
  Incoming,
  MatchBlock,
  SourceState,
  UnionChanges,
  UnionRecord,
} from '../../layers/domain/catalogue/union-state.ts';
import { blockingKeys } from '../../layers/domain/matching/blocking-keys.ts';
import type { MatchFeatures } from '../../layers/domain/matching/features.ts';

/** A source record to be joined, as an import would bring it. */
export const incoming = (sourceId: string, features: MatchFeatures): Incoming => ({
  sourceId,
  features,
  matchKeys: blockingKeys(features),
});

/** A whole union in memory: every join is planned on all of it and applied at once. Gives its clusters, sorted. */
export const unionInMemory = () => {
  const blocks = new Map<string, MatchBlock>();
  const records = new Map<string, UnionRecord>();
  const sources = new Map<string, SourceState>();
  let made = 0;
  const newId = (): string => {
    made += 1;
    return `rec_${String(made).padStart(6, '0')}`;
  };
  const apply = (changes: UnionChanges): void => {
    for (const block of changes.blocks) blocks.set(block.key, block);
    for (const record of changes.records) records.set(record.recordId, { ...record, v: record.v + 1 });
    for (const moved of changes.moved) sources.set(moved.sourceId, moved);
  };
  const withdraw = (sourceId: string): void => {
    const source = sources.get(sourceId);
    if (!source || source.matchKeys.length === 0) return;
    apply(planWithdrawal({ blocks, records, sources }, source, newId));
    // As the store does: it stays, in no block.
    sources.set(sourceId, { ...source, matchKeys: [] });
  };
  const join = (...all: Incoming[]): { recordId: string; matched: boolean }[] => {
    for (const key of all.flatMap(({ matchKeys }) => matchKeys))
      if (!blocks.has(key)) blocks.set(key, { key, pages: [{ v: 0, entries: [] }] });
    const changes = planJoin({ blocks, records, sources }, all, newId);
    apply(changes);
    for (const [i, { sourceId, matchKeys }] of all.entries())
      sources.set(sourceId, { sourceId, v: 1, recordId: changes.placed[i]?.recordId ?? '', matchKeys });
    return changes.placed;
  };
  const clusters = (): string[][] =>
    [...records.values()]
      .filter(({ mergedInto, sources: held }) => mergedInto === undefined && held.length > 0)
      .map(({ sources: held }) => [...held].sort())
      .sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
  return { join, withdraw, clusters, records, blocks };
};
