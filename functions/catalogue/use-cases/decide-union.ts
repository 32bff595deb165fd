import { retryOnConflict } from '../../../layers/platform/dynamodb/retry-on-conflict.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { matchedBy, type UnionCache } from '../data/union-cache.ts';
import { findRecord } from '../data/union-record.ts';
import { decide } from '../domain/matching/same-manifestation.ts';
import { isTemporarySource } from '../domain/source-id.ts';
import {
  type Decision,
  type DecisionRefusal,
  type MergeRefusal,
  refuseSides,
  type SplitRefusal,
} from '../domain/union/decision.ts';
import { planRuling, type RulingDecision } from '../domain/union/plan-decision.ts';
import { entriesOf, type UnionRecord } from '../domain/union/union-state.ts';
import { planned } from './load-group.ts';
import {
  type Decided,
  type DecidedSides,
  type Deciding,
  memberFor,
  pendingOf,
  readSides,
  save,
  seenIn,
} from './save-decision.ts';

const live = async (table: Table, recordId: string): Promise<UnionRecord | undefined> => {
  const found = await findRecord(table, recordId, { strong: true });
  return found && !found.now.sources.some(isTemporarySource) && found.now.sources.length > 0 ? found.now : undefined;
};

const featuresOf = (cache: UnionCache, sourceId: string) => {
  const [matchKey = ''] = cache.sources.get(sourceId)?.matchKeys ?? [];
  return entriesOf(cache.blocks.get(matchKey)).find((entry) => entry.sourceId === sourceId)?.features;
};

const becauseOf = (cache: UnionCache, [one, two]: DecidedSides): string[] => {
  const [a, b] = [featuresOf(cache, one[0] ?? ''), featuresOf(cache, two[0] ?? '')];
  return a && b ? decide(a, b, cache.rules).because : [];
};

/** A requested decision: `find` returns its sides at each attempt, or the reason why there are none. */
type DecisionRequest<R extends string> = { did: Decision['did']; find: () => Promise<DecidedSides | R> };

const attempt = async <R extends string>(
  deciding: Deciding,
  { did, find }: DecisionRequest<R>,
): Promise<Decided | DecisionRefusal | R | undefined> => {
  const { ids, now, decider, by, reason } = deciding;
  const sides = await find();
  if (typeof sides === 'string') return sides;
  const reading = await readSides(deciding, sides);
  const [one, two] = sides;
  const refused = refuseSides([seenIn(reading.cache, one), seenIn(reading.cache, two)], decider);
  if (refused) return refused;
  const decisionId = ids.next('decision', now);
  const ruling: RulingDecision = { decisionId, is: did === 'merge' ? 'together' : 'apart', sides };
  const ruled = await planned(reading, () => planRuling(reading.cache, ruling, () => ids.next('record', now)));
  const decision: Decision = {
    ...{ decisionId, v: 0, did, is: ruling.is, before: ruled.before, after: ruled.after },
    ...{ sides: [[...one], [...two]], at: iso(now), by, reason, memberId: memberFor(decider, sides) },
    because: becauseOf(reading.cache, sides),
    ...matchedBy(reading.cache),
    ...pendingOf(ruled),
  };
  return save(deciding, ruled, { decision, sources: seenIn(reading.cache, sides.flat()) });
};

const findTwo = async (
  { table }: Deciding,
  recordIds: readonly [string, string],
): Promise<DecidedSides | DecisionRefusal | MergeRefusal> => {
  const [one, two] = await Promise.all(recordIds.map((recordId) => live(table, recordId)));
  if (!one || !two) return 'unknown-record';
  return one.recordId === two.recordId ? 'same-record' : [one.sources, two.sources];
};

/**
 * Merges two union records by a decision of staff. One transaction writes it with conditions on every source, record and match that it
 * depends on; a concurrent load causes a retry. Returns the decision, or why it is refused.
 */
export const mergeRecords = (
  deciding: Deciding,
  recordIds: readonly [string, string],
): Promise<Decided | DecisionRefusal | MergeRefusal> =>
  retryOnConflict('a union record', () =>
    attempt(deciding, { did: 'merge', find: () => findTwo(deciding, recordIds) }),
  );

/** Marks two union records as distinct by a decision of staff; transaction and result as in `mergeRecords`. */
export const markDistinct = (
  deciding: Deciding,
  recordIds: readonly [string, string],
): Promise<Decided | DecisionRefusal | MergeRefusal> =>
  retryOnConflict('a union record', () =>
    attempt(deciding, { did: 'mark-distinct', find: () => findTwo(deciding, recordIds) }),
  );

/** Splits some sources from a union record by a decision of staff; transaction and result as in `mergeRecords`. */
export const splitRecord = (
  deciding: Deciding,
  recordId: string,
  named: readonly string[],
): Promise<Decided | DecisionRefusal | SplitRefusal> => {
  const leaving = [...new Set(named)];
  const find = async (): Promise<DecidedSides | DecisionRefusal | SplitRefusal> => {
    const record = await live(deciding.table, recordId);
    if (!record) return 'unknown-record';
    if (leaving.some((sourceId) => !record.sources.includes(sourceId))) return 'not-in-record';
    const rest = record.sources.filter((sourceId) => !leaving.includes(sourceId));
    return rest.length === 0 ? 'nothing-left' : [leaving, rest];
  };
  return retryOnConflict('a union record', () => attempt(deciding, { did: 'split', find }));
};
