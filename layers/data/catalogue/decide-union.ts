import {
  type Decider,
  type Decision,
  type DecisionRefusal,
  type MergeRefusal,
  refuseSides,
  type SeenSource,
  type SplitRefusal,
} from '../../domain/catalogue/decision.ts';
import { planRuling, planUndoing, type Ruled, type RulingDecision } from '../../domain/catalogue/rule.ts';
import { isTemporarySource, memberOfSource } from '../../domain/catalogue/source-id.ts';
import { entriesOf, type UnionRecord } from '../../domain/catalogue/union-state.ts';
import { decide } from '../../domain/matching/same-manifestation.ts';
import { iso } from '../../runtime/clock.ts';
import type { Ids } from '../../runtime/ids.ts';
import { type Table, TableConflict } from '../table.ts';
import type { Write } from '../write.ts';
import { decisionWrites, getDecision } from './decision-store.ts';
import { followDecision } from './follow-decision.ts';
import { planned } from './load-group.ts';
import { emptyCache, readBlocks, readRecords, readSources, type UnionCache } from './union-cache.ts';
import { findRecord } from './union-record.ts';
import { unionWrites } from './union-writes.ts';

/** Who decides and why; `keep` are the writes that keep the answer, in the same transaction. `now` in epoch ms. */
export type Deciding = {
  table: Table;
  ids: Ids;
  now: number;
  decider: Decider;
  by: string;
  reason: string;
  keep: (decided: Decided) => Write[];
};

/** A decision with its source records, by which is told what of it a viewer may read. */
export type Decided = { decision: Decision; sources: SeenSource[] };

const TRIES = 8;
type Sides = [readonly string[], readonly string[]];

const live = async (table: Table, recordId: string): Promise<UnionRecord | undefined> => {
  const found = await findRecord(table, recordId, { strong: true });
  return found && !found.now.sources.some(isTemporarySource) && found.now.sources.length > 0 ? found.now : undefined;
};

const seenIn = (cache: UnionCache, sourceIds: readonly string[]): SeenSource[] =>
  sourceIds.flatMap((sourceId) => {
    const source = cache.stored.get(sourceId);
    return source ? [{ sourceId, memberId: memberOfSource(sourceId), hiddenFrom: source.hiddenFrom }] : [];
  });

const featuresOf = (cache: UnionCache, sourceId: string) => {
  const [matchKey = ''] = cache.sources.get(sourceId)?.matchKeys ?? [];
  return entriesOf(cache.blocks.get(matchKey)).find((entry) => entry.sourceId === sourceId)?.features;
};

const becauseOf = (cache: UnionCache, [one, two]: Sides): string[] => {
  const [a, b] = [featuresOf(cache, one[0] ?? ''), featuresOf(cache, two[0] ?? '')];
  return a && b ? decide(a, b).because : [];
};

/** Reads the sources of both sides, with the blocks and records that a plan on them begins with. */
const readSides = async (table: Table, sides: Sides) => {
  const reading = { table, cache: emptyCache(), strong: true };
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

/** The member for whom the work is done: the first of the decider's own that has a part in it. */
const memberFor = ({ members }: Decider, sides: Sides): string =>
  sides
    .flat()
    .map(memberOfSource)
    .find((memberId) => members.includes(memberId)) ?? '';

const pendingOf = ({ relocated }: Ruled): Pick<Decision, 'pending'> =>
  relocated.length === 0 ? {} : { pending: relocated };

/** Writes a planned decision and all that it changes in the union, each only as it was read; then copies and holds follow it. */
const save = async (
  { table, keep }: Deciding,
  ruled: Ruled,
  { decision, sources }: Decided,
): Promise<Decided | undefined> => {
  const union = unionWrites(ruled, decision.memberId);
  const conflict = await table.write([...union, ...decisionWrites(decision), ...keep({ decision, sources })]);
  if (conflict) return undefined;
  await followDecision(table, decision);
  return { decision, sources };
};

/** How the sides of a decision are found, anew at each attempt; or why there are none. */
type Wish<R extends string> = { did: 'merge' | 'split'; find: () => Promise<Sides | R> };

const attempt = async <R extends string>(
  deciding: Deciding,
  { did, find }: Wish<R>,
): Promise<Decided | DecisionRefusal | R | undefined> => {
  const { table, ids, now, decider, by, reason } = deciding;
  const sides = await find();
  if (typeof sides === 'string') return sides;
  const reading = await readSides(table, sides);
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
    ...pendingOf(ruled),
  };
  return save(deciding, ruled, { decision, sources: seenIn(reading.cache, sides.flat()) });
};

const again = async <T>(what: string, work: () => Promise<T | undefined>): Promise<T> => {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const done = await work();
    if (done !== undefined) return done;
  }
  throw new TableConflict(`${what} was changed ${TRIES} times at once`);
};

/**
 * Merges two union records by a decision of staff, in one transaction with every source, record and match that it rests on; a
 * load meanwhile makes it look again. Gives the decision, or why it is refused.
 */
export const mergeRecords = (
  deciding: Deciding,
  recordIds: readonly [string, string],
): Promise<Decided | DecisionRefusal | MergeRefusal> => {
  const find = async (): Promise<Sides | DecisionRefusal | MergeRefusal> => {
    const [one, two] = await Promise.all(recordIds.map((recordId) => live(deciding.table, recordId)));
    if (!one || !two) return 'unknown-record';
    return one.recordId === two.recordId ? 'same-record' : [one.sources, two.sources];
  };
  return again('a union record', () => attempt(deciding, { did: 'merge', find }));
};

/** Parts some sources from a union record by a decision of staff, as `mergeRecords` merges two. */
export const splitRecord = (
  deciding: Deciding,
  recordId: string,
  named: readonly string[],
): Promise<Decided | DecisionRefusal | SplitRefusal> => {
  const leaving = [...new Set(named)];
  const find = async (): Promise<Sides | DecisionRefusal | SplitRefusal> => {
    const record = await live(deciding.table, recordId);
    if (!record) return 'unknown-record';
    if (leaving.some((sourceId) => !record.sources.includes(sourceId))) return 'not-in-record';
    const rest = record.sources.filter((sourceId) => !leaving.includes(sourceId));
    return rest.length === 0 ? 'nothing-left' : [leaving, rest];
  };
  return again('a union record', () => attempt(deciding, { did: 'split', find }));
};

/** Why a decision is not undone. */
export type UndoRefusal = 'unknown-decision' | Exclude<DecisionRefusal, 'unknown-record'>;

const attemptUndoing = async (deciding: Deciding, decisionId: string): Promise<Decided | UndoRefusal | undefined> => {
  const { table, ids, now, decider, by, reason } = deciding;
  const decision = await getDecision(table, decisionId);
  if (!decision) return 'unknown-decision';
  if (decision.pending) await followDecision(table, decision);
  const { sides } = decision;
  const reading = await readSides(table, sides);
  const refused = refuseSides([seenIn(reading.cache, sides[0]), seenIn(reading.cache, sides[1])], decider);
  if (refused) return refused === 'unknown-record' ? 'unknown-decision' : refused;
  const sources = seenIn(reading.cache, sides.flat());
  if (decision.undone) return { decision, sources };
  const ruled = await planned(reading, () => planUndoing(reading.cache, decision, () => ids.next('record', now)));
  const v = decision.pending ? decision.v + 1 : decision.v;
  const { pending: _, ...rest } = decision;
  const recordIds = [...new Set([...rest.after, ...ruled.after])].sort();
  const undone = { ...rest, v, after: recordIds, undone: { at: iso(now), by, reason }, ...pendingOf(ruled) };
  return save(deciding, ruled, { decision: undone, sources });
};

/**
 * Undoes a decision: the union is as if it had never been made, with what was loaded and decided since; each hold is on the
 * record again that it was placed on. Undone before, it stays so. Gives it, or why that is refused.
 */
export const undoDecision = (deciding: Deciding, decisionId: string): Promise<Decided | UndoRefusal> =>
  again('a union record', () => attemptUndoing(deciding, decisionId));
