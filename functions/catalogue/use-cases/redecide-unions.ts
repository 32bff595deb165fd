import { chunks } from '../../../layers/kernel/collections/chunks.ts';
import { LEASE_MS, RUN_TIME_MS } from '../../../layers/platform/dynamodb/scan-job.ts';
import type { ScanPage, ScanPosition } from '../../../layers/platform/dynamodb/scan-table.ts';
import { type Clock, iso } from '../../../layers/platform/runtime/clock.ts';
import { logError } from '../../../layers/platform/runtime/log.ts';
import { type Redecision, readRedecision, redecisionWrite } from '../data/redecision-store.ts';
import { readSource, type SourceRecord } from '../data/source-record.ts';
import { emptyCache, readBlocks, readRecords } from '../data/union-cache.ts';
import type { MatchRules } from '../domain/matching/match-rules.ts';
import { followRedecision, isUnreadable, type Redeciding, redecideSource, type TakenOver } from './redecide-source.ts';

/** Source records whose blocks and union records are read in the same calls. */
const AT_ONCE = 100;

/**
 * A part of a load that began before the rules were in force may decide by the former ones until this time after. What it stored is decided
 * again by a second walk.
 */
const FORMER_RULES_END_MS = 20 * 60_000;

/** The rules in force, with their first moment (epoch ms); undefined when none were adopted. */
export type RulesInForce = { rules: MatchRules; from: number };

/** The dependencies of a run. The table scan is injected so that a test can interrupt it. */
export type UnionsRedeciding = Omit<Redeciding, 'now'> & {
  clock: Clock;
  rulesInForce: (now: number) => Promise<RulesInForce | undefined>;
  walk: (from: ScanPosition | undefined) => AsyncIterable<ScanPage>;
};

/** Returns the run as it begins or continues now; undefined when nothing is to be done. */
const opened = (
  before: Redecision | undefined,
  { rules: { version }, from }: RulesInForce,
  now: number,
): Redecision | undefined => {
  const lease = { leasedUntil: iso(now + LEASE_MS) };
  const begun = { version, state: 'running' as const, startedAt: iso(now), records: 0, left: 0, ...lease };
  if (before?.leasedUntil !== undefined && before.leasedUntil > iso(now)) return undefined;
  if (before?.version !== version) return { v: before?.v ?? 0, ...begun, members: {} };
  if (before.state === 'running') return { ...before, ...lease };
  const settled = iso(from + FORMER_RULES_END_MS);
  if (before.startedAt >= settled || iso(now) < settled) return undefined;
  return { v: before.v, ...begun, members: before.members };
};

const readable = (row: Record<string, unknown>): SourceRecord[] => {
  try {
    return [readSource(row)];
  } catch (error) {
    logError('decide a record again', error, { row: String(row.pk) });
    return [];
  }
};

const redecidePage = async (
  redeciding: Redeciding,
  given: Redecision,
  rules: MatchRules,
  sources: readonly SourceRecord[],
): Promise<Redecision | TakenOver> => {
  let run = given;
  for (const some of chunks(sources, AT_ONCE)) {
    const cache = emptyCache(rules);
    const reading = { table: redeciding.table, cache, strong: false };
    for (const source of some) cache.sources.set(source.sourceId, source);
    await readBlocks(
      reading,
      some.flatMap(({ matchKeys }) => matchKeys),
    );
    // One that is missing is left to the decision on its source record.
    await readRecords(
      reading,
      some.map(({ recordId }) => recordId),
    ).catch((error: unknown) => {
      if (!isUnreadable(error)) throw error;
    });
    for (const { sourceId } of some) {
      const decided = await redecideSource(redeciding, run, cache, sourceId);
      if (decided === 'taken-over') return decided;
      run = decided;
    }
  }
  return { ...run, records: run.records + sources.length };
};

/**
 * Decides the stored source records again when other match rules are in force than those by which it last did so. Each call works for some
 * minutes and stores its position; the next one continues, also after an interruption, and repeats nothing that was counted. Decisions of
 * staff stay. Returns how many records it decided.
 */
export const redecideUnions = async ({
  clock,
  rulesInForce,
  walk,
  ...rest
}: UnionsRedeciding): Promise<{ records: number }> => {
  const began = clock.now();
  const redeciding: Redeciding = { ...rest, now: began };
  const { table } = redeciding;
  const inForce = await rulesInForce(began);
  const before = await readRedecision(table);
  const first = inForce && opened(before, inForce, began);
  if (!first) return { records: 0 };
  const claimed = { ...first, ...(before?.pending && { pending: before.pending }) };
  if (await table.write([redecisionWrite(claimed)])) return { records: 0 };
  let run = await followRedecision(redeciding, { ...claimed, v: claimed.v + 1 });
  let records = 0;
  for await (const page of walk(first.walk)) {
    if (run === 'taken-over') return { records };
    // What was withdrawn, or waits for a cataloguer, has no match key and is matched with nothing.
    const sources = page.rows.flatMap(readable).filter(({ matchKeys }) => matchKeys.length > 0);
    run = await redecidePage(redeciding, run, inForce.rules, sources);
    if (run === 'taken-over') return { records };
    records += sources.length;
    const { leasedUntil: _, walk: _walk, ...stored } = run;
    const isEnd = page.next === undefined;
    const isTimeUp = clock.now() - began > RUN_TIME_MS;
    const next: Redecision = isEnd
      ? { ...stored, state: 'done', finishedAt: iso(clock.now()) }
      : {
          ...stored,
          ...(page.next && { walk: page.next }),
          ...(!isTimeUp && { leasedUntil: iso(clock.now() + LEASE_MS) }),
        };
    if (await table.write([redecisionWrite(next)])) return { records };
    run = { ...next, v: next.v + 1 };
    if (isTimeUp) break;
  }
  return { records };
};
