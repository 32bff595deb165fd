import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { MarcRecord } from '../../../layers/protocols/marc/record.ts';
import type { RulesAt } from '../data/matching-rules.ts';
import type { SourceRecord } from '../data/source-record.ts';
import type { Titles } from '../data/titles.ts';
import { emptyCache, readBlocks, readSources } from '../data/union-cache.ts';
import { findRecord } from '../data/union-record.ts';
import { compared } from '../domain/duplicates/possible-duplicates.ts';
import { blockingKeys } from '../domain/matching/blocking-keys.ts';
import { matchFeatures } from '../domain/matching/features.ts';
import type { MatchRules } from '../domain/matching/match-rules.ts';
import { memberOfSource, sourceIdOf } from '../domain/source-id.ts';
import { type BlockEntry, entriesOf } from '../domain/union/union-state.ts';
import { maySee } from '../domain/visibility/visibility.ts';
import type { LikeRecord } from '../schemas/like-record.ts';
import { viewerOf } from './viewer.ts';

/** The dependencies of the search: the table and the titles for display. `now` in epoch ms. */
export type Likening = {
  table: Table;
  titles: Titles;
  rulesAt: RulesAt;
  memberId: string;
  actor: Actor | undefined;
  now: number;
};

/** The most records named for one record, and the most read for it: some are hidden from the caller, and some were merged. */
const MOST_LIKE = 5;
const MOST_READ = 10;
/** The most source records read of one record: the first may be hidden. */
const MOST_SOURCES = 3;

/** A record like one that is not stored, as some of its source records that match. */
type Match = { sourceIds: string[]; isSame: boolean };

const matchesOf = (
  record: MarcRecord,
  memberId: string,
  entriesAt: (matchKey: string) => BlockEntry[],
  rules: MatchRules,
): Match[] => {
  const features = matchFeatures(record);
  // A number that no record can have: local ids are trimmed.
  const sourceId = sourceIdOf(memberId, ' new');
  const others = new Map(
    blockingKeys(features)
      .flatMap(entriesAt)
      .map((entry) => [entry.sourceId, entry]),
  );
  const { same, possibleDuplicates } = compared({ sourceId, features }, [...others.values()], rules);
  const isOwn = (one: { sourceId: string }): boolean => memberOfSource(one.sourceId) === memberId;
  const ordered = [
    ...same.toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a))).map((one) => ({ one, isSame: true })),
    ...possibleDuplicates.flatMap(({ one, two }) => {
      const other = others.get(one === sourceId ? two : one);
      return other ? [{ one: other, isSame: false }] : [];
    }),
  ];
  const byRecord = Map.groupBy(ordered, ({ one }) => one.recordId);
  return [...byRecord.values()].slice(0, MOST_READ).map((matches) => ({
    isSame: matches.some(({ isSame }) => isSame),
    sourceIds: matches.slice(0, MOST_SOURCES).map(({ one }) => one.sourceId),
  }));
};

/**
 * Returns, for each of some records that are not stored, the records of the catalogue that the matcher takes for the same or is uncertain
 * about, the same first. Records that are hidden from the caller are left out.
 */
export const findLike = async (
  { table, titles, rulesAt, memberId, actor, now }: Likening,
  records: readonly MarcRecord[],
): Promise<LikeRecord[][]> => {
  const rules = await rulesAt(now);
  const reading = { table, cache: emptyCache(rules), strong: false };
  await readBlocks(
    reading,
    records.flatMap((record) => blockingKeys(matchFeatures(record))),
  );
  const entriesAt = (matchKey: string): BlockEntry[] => {
    const block = reading.cache.blocks.get(matchKey);
    return block ? [...entriesOf(block)] : [];
  };
  const found = records.map((record) => matchesOf(record, memberId, entriesAt, rules));
  await readSources(
    reading,
    found.flat().flatMap(({ sourceIds }) => sourceIds),
  );
  const viewer = viewerOf(actor);
  const isShown = ({ sourceId, withdrawn, hiddenFrom }: SourceRecord): boolean =>
    !withdrawn && maySee(viewer, memberOfSource(sourceId), hiddenFrom);
  const likeOf = async ({ sourceIds, isSame }: Match): Promise<LikeRecord[]> => {
    const source = sourceIds.flatMap((id) => reading.cache.stored.get(id) ?? []).find(isShown);
    if (!source) return [];
    const [record, title] = await Promise.all([
      findRecord(table, source.recordId),
      titles.ofSource(source.sourceId, now),
    ]);
    if (!record) return [];
    const own = record.now.sources.find((id) => memberOfSource(id) === memberId);
    const named = { ...(title !== undefined && { title }), ...(own !== undefined && { sourceId: own }) };
    return [{ recordId: record.now.recordId, isSame, ...named }];
  };
  return Promise.all(
    found.map(async (matches) => {
      const likes = (await Promise.all(matches.map(likeOf))).flat();
      return [...new Map(likes.toReversed().map((like) => [like.recordId, like])).values()]
        .toReversed()
        .slice(0, MOST_LIKE);
    }),
  );
};
