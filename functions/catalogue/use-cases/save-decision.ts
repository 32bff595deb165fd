import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { decisionWrites } from '../data/decision-store.ts';
import type { RulesAt } from '../data/matching-rules.ts';
import { settlePossibleDuplicates } from '../data/possible-duplicate-store.ts';
import { emptyCache, readBlocks, readRecords, readSources, type UnionCache } from '../data/union-cache.ts';
import { unionWrites } from '../data/union-writes.ts';
import { memberOfSource } from '../domain/source-id.ts';
import type { Decider, Decision, SeenSource } from '../domain/union/decision.ts';
import type { Ruled } from '../domain/union/plan-decision.ts';
import { followDecision, type UnionFollower } from './follow-decision.ts';

/** The person and reason of a decision; `keep` returns the writes that store the response, in the same transaction. `now` in epoch ms. */
export type Deciding = {
  table: Table;
  followers: readonly UnionFollower[];
  rulesAt: RulesAt;
  ids: Ids;
  now: number;
  decider: Decider;
  by: string;
  reason: string;
  keep: (decided: Decided) => Write[];
};

/** A decision with its source records, which determine what of it a viewer may read. */
export type Decided = { decision: Decision; sources: SeenSource[] };

/** The source records of each side. */
export type DecidedSides = [readonly string[], readonly string[]];

/** Returns the source records of one side, with the audiences they are hidden from. */
export const seenIn = (cache: UnionCache, sourceIds: readonly string[]): SeenSource[] =>
  sourceIds.flatMap((sourceId) => {
    const source = cache.stored.get(sourceId);
    return source ? [{ sourceId, memberId: memberOfSource(sourceId), hiddenFrom: source.hiddenFrom }] : [];
  });

/** Reads the sources of both sides, with the match blocks and records from which a plan starts. */
export const readSides = async ({ table, rulesAt, now }: Deciding, sides: DecidedSides) => {
  const reading = { table, cache: emptyCache(await rulesAt(now)), strong: true };
  await readSources(reading, sides.flat());
  const states = sides.flat().flatMap((sourceId) => reading.cache.sources.get(sourceId) ?? []);
  await readBlocks(
    reading,
    states.flatMap(({ matchKeys }) => matchKeys.slice(0, 1)),
  );
  await readRecords(
    reading,
    states.map(({ recordId }) => recordId),
  );
  return reading;
};

/** Returns the member for which the work is done: the first of the decider's own members that takes part. */
export const memberFor = ({ members }: Decider, sides: DecidedSides): string =>
  sides
    .flat()
    .map(memberOfSource)
    .find((memberId) => members.includes(memberId)) ?? '';

/** Returns the sources whose copies and holds must be updated after a plan. */
export const pendingOf = ({ relocated }: Ruled): Pick<Decision, 'pending'> =>
  relocated.length === 0 ? {} : { pending: relocated };

/** Writes a planned decision and all its changes of the union, each conditioned on what was read; then updates copies and holds. */
export const save = async (
  { table, followers, keep }: Deciding,
  ruled: Ruled,
  { decision, sources }: Decided,
): Promise<Decided | undefined> => {
  const union = unionWrites(ruled, decision.memberId);
  const conflict = await table.write([...union, ...decisionWrites(decision), ...keep({ decision, sources })]);
  if (conflict) return undefined;
  await followDecision(table, followers, decision);
  await settlePossibleDuplicates(table, decision.sides, { open: decision.undone !== undefined });
  return { decision, sources };
};
