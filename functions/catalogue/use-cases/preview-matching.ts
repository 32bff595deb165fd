import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { listedRecords } from '../data/listed-records.ts';
import type { SourceStore } from '../data/source-store.ts';
import { emptyCache, readBlocks, readRecords, readSources, type UnionCache } from '../data/union-cache.ts';
import { comparedRecord } from '../domain/duplicates/possible-duplicate-view.ts';
import { decidingChoices, type Effect, effectOf, effects, verdictBy } from '../domain/duplicates/rule-change.ts';
import { matchFeatures } from '../domain/matching/features.ts';
import type { Choice, Matching, MatchRules } from '../domain/matching/match-rules.ts';
import { decide } from '../domain/matching/same-manifestation.ts';
import { isTemporarySource, memberOfSource } from '../domain/source-id.ts';
import { rulingOn } from '../domain/union/record-decisions.ts';
import { type BlockEntry, entriesOf, type SourceState } from '../domain/union/union-state.ts';
import { maySee, type Viewer } from '../domain/visibility/visibility.ts';
import type { MatchingPreview, RuledPair } from '../schemas/matching-preview.ts';
import { sourcesById } from './list-possible-duplicates.ts';

/** The dependencies of a preview, and for whom and when (epoch ms) it is made. */
type Previewing = { table: Table; sources: SourceStore; viewer: Viewer; now: number };

/** The most records with which one is compared, and the most pairs shown of a page: of the changed ones, and of each choice. */
const MOST_COMPARED = 60;
const MOST_CHANGED = 10;
const MOST_EXAMPLES = 3;

type Pair = { one: SourceState; two: BlockEntry; effect?: Effect; decides: Choice[] };
type Tally = Pick<MatchingPreview, 'pairs' | 'leftOut' | 'byStaff'> & { found: Pair[] };

/** Returns the entries that share a match key with a record and come after it, and the entry of the record itself. */
const neighbours = (cache: UnionCache, { sourceId, matchKeys }: SourceState) => {
  const entries = matchKeys.flatMap((matchKey) => entriesOf(cache.blocks.get(matchKey)));
  const own = entries.find((entry) => entry.sourceId === sourceId);
  const others = new Map(entries.filter((entry) => entry.sourceId > sourceId).map((one) => [one.sourceId, one]));
  return { own, others: [...others.values()] };
};

const comparePairs = (cache: UnionCache, states: readonly SourceState[], after: MatchRules): Tally => {
  const tally: Tally = { pairs: 0, leftOut: 0, byStaff: 0, found: [] };
  for (const one of states) {
    const { own, others } = neighbours(cache, one);
    if (!own) continue;
    tally.leftOut += Math.max(0, others.length - MOST_COMPARED);
    for (const two of others.slice(0, MOST_COMPARED)) {
      tally.pairs += 1;
      if (rulingOn(one, two.sourceId)) {
        tally.byStaff += 1;
        continue;
      }
      const [a, b] = [own.features, two.features];
      const effect = effectOf(verdictBy(a, b, cache.rules), verdictBy(a, b, after));
      const decides = decidingChoices(a, b, after);
      if (effect || decides.length > 0) tally.found.push({ one, two, decides, ...(effect && { effect }) });
    }
  }
  return tally;
};

/** Leaves out effects that change nothing: a pair that other records join already, or that is in two titles already. */
const areOne = (cache: UnionCache, one: string, two: string): boolean => {
  const recordOf = (sourceId: string): string | undefined => {
    let record = cache.records.get(cache.sources.get(sourceId)?.recordId ?? '');
    while (record?.mergedInto !== undefined) record = cache.records.get(record.mergedInto);
    return record?.recordId;
  };
  return recordOf(one) === recordOf(two);
};

const isEffective = (cache: UnionCache, { one, two, effect }: Pair): boolean => {
  if (effect === undefined) return false;
  return areOne(cache, one.sourceId, two.sourceId) === (effect === 'parted');
};

const noEffects = () => ({ joined: 0, parted: 0, asked: 0, settled: 0 });

const countsOf = (changed: readonly Pair[]) => {
  const total = noEffects();
  const byMember = new Map<string, ReturnType<typeof noEffects>>();
  for (const { one, two, effect } of changed) {
    if (!effect) continue;
    total[effect] += 1;
    for (const memberId of new Set([one, two].map(({ sourceId }) => memberOfSource(sourceId)))) {
      const counts = byMember.get(memberId) ?? noEffects();
      counts[effect] += 1;
      byMember.set(memberId, counts);
    }
  }
  const members = [...byMember].map(([memberId, counts]) => ({ memberId, ...counts }));
  return { effects: total, members: members.sort((a, b) => (a.memberId < b.memberId ? -1 : 1)) };
};

const examplesOf = (found: readonly Pair[]): Pair[] => {
  const seen = new Map<Choice, number>();
  return found.filter(({ decides: [choice] }) => {
    const times = choice === undefined ? MOST_EXAMPLES : (seen.get(choice) ?? 0);
    if (choice !== undefined) seen.set(choice, times + 1);
    return times < MOST_EXAMPLES;
  });
};

/** Returns pairs with their records as the viewer may read them, by the rules in force and by others. */
const shown = async (
  { table, sources, viewer }: Previewing,
  before: MatchRules,
  after: MatchRules,
  groups: readonly (readonly Pair[])[],
): Promise<RuledPair[][]> => {
  const ids = groups.flat().flatMap(({ one, two }) => [one.sourceId, two.sourceId]);
  const found = await sourcesById(table, sources, ids);
  const viewOf = ({ one: { sourceId }, two: entry, decides }: Pair): RuledPair[] => {
    const [one, two] = [found.get(sourceId), found.get(entry.sourceId)];
    if (!one || !two || ![one, two].every(({ memberId, hiddenFrom }) => maySee(viewer, memberId, hiddenFrom)))
      return [];
    const [a, b] = [matchFeatures(one.record), matchFeatures(two.record)];
    const [was, is] = [decide(a, b, before), decide(a, b, after)];
    const records = { one: comparedRecord(one), two: comparedRecord(two) };
    return [{ ...records, before: was.verdict, after: is.verdict, because: is.because, decides }];
  };
  return groups.map((pairs) => pairs.flatMap(viewOf));
};

/**
 * Returns what other rules would change among the records of a page of titles, each compared with all that share a match key and come after
 * it, so that every pair is counted once. Reads only; pairs on which staff ruled are counted and not changed.
 */
export const previewMatching = async (
  previewing: Previewing,
  proposed: Matching,
  page: PageRequest,
): Promise<MatchingPreview | 'bad-cursor'> => {
  const { table, sources, now } = previewing;
  const listed = await listedRecords(table, page);
  if (listed === 'bad-cursor') return listed;
  const before = await sources.rulesAt(now);
  const after: MatchRules = { ...proposed, version: before.version };
  const cache = emptyCache(before);
  const reading = { table, cache, strong: false };
  await readRecords(reading, listed.rows);
  const live = listed.rows.flatMap((id) => cache.records.get(id) ?? []).filter((one) => one.mergedInto === undefined);
  const ids = live.flatMap((one) => one.sources.filter((sourceId) => !isTemporarySource(sourceId)));
  await readSources(reading, ids);
  const states = ids.flatMap((sourceId) => cache.sources.get(sourceId) ?? []);
  await readBlocks(
    reading,
    states.flatMap(({ matchKeys }) => [...matchKeys]),
  );
  const { found, ...tally } = comparePairs(cache, states, after);
  const others = found.flatMap(({ effect, two }) => (effect ? [two.sourceId] : []));
  await readSources(reading, others);
  await readRecords(
    reading,
    others.flatMap((sourceId) => cache.sources.get(sourceId)?.recordId ?? []),
  );
  const changed = found.filter((pair) => isEffective(cache, pair));
  const first = changed.toSorted((a, b) => effects.indexOf(a.effect ?? 'asked') - effects.indexOf(b.effect ?? 'asked'));
  const groups = [first.slice(0, MOST_CHANGED), examplesOf(found)];
  const [views = [], examples = []] = await shown(previewing, before, after, groups);
  return {
    ...{ records: states.length, ...tally, ...countsOf(changed), changed: views, examples },
    ...(listed.next !== undefined && { next: listed.next }),
  };
};
