import type { DailySum } from '../metering/aggregate.ts';
import { meteringOperation } from '../metering/own-lines.ts';
import { usedSum } from './work-sum.ts';

/**
 * The seconds for which CloudWatch Logs collects lines of one log stream before it delivers them. Not guaranteed; chosen low, because
 * small batches are expensive.
 */
const GATHERED_SECONDS = 1;

/** A run of metering: its function's memory, and the time for a batch and for each request in it. The times are assumed. */
const MEMORY_MB = 512;
const BATCH_MS = 15;
const REQUEST_MS = 0.2;

/**
 * Bytes of the item with a batch's evidence, of an item's billed overhead, and of a row in it;
 * `test/stores/finance/estimate-units.test.ts` verifies them against the function.
 */
const EVIDENCE_BYTES = 140;
const STORED_OVERHEAD = 100;
const ROW_BYTES = 140;

/** How often metering reports its own usage, in seconds, as `deps.ts` sets it. */
const REPORT_SECONDS = 120;
const WRITES_A_REPORT = 2;

/** The traffic of a period: its seconds and the number of members whose use is mixed in a log. */
export type Traffic = { seconds: number; members: number };

type Batches = { batches: number; requests: number; members: number };

/**
 * Estimates the batches of one function: a log stream is one container with one invocation at a time, so there are as many streams as
 * concurrent invocations, at least one. A batch is the first line and those that follow while lines are collected.
 */
const batchesOf = (invocations: number, megabyteMs: number, { seconds, members }: Traffic): Batches => {
  const streams = Math.max(1, Math.ceil(megabyteMs / MEMORY_MB / 1000 / seconds));
  const requests = 1 + (invocations / seconds / streams) * GATHERED_SECONDS;
  // Drawn at random from the members and public use, some occur twice.
  const pools = members + 1;
  return { batches: invocations / requests, requests, members: pools * (1 - (1 - 1 / pools) ** requests) };
};

/** Evidence and a sum for each member, each twice in a transaction; the evidence by started kilobytes. */
const writesOf = ({ requests, members }: Batches): number =>
  2 * (Math.ceil((EVIDENCE_BYTES + requests * ROW_BYTES) / 1024) + members);

const byOperation = (sums: readonly DailySum[], traffic: Traffic): Batches[] =>
  [...Map.groupBy(sums, ({ operation }) => operation).values()].flatMap((own) => {
    const total = (of: 'invocations' | 'megabyteMs'): number => own.reduce((sum, { counts }) => sum + counts[of], 0);
    const invocations = total('invocations');
    return invocations === 0 ? [] : [batchesOf(invocations, total('megabyteMs'), traffic)];
  });

const over = (batches: readonly Batches[], of: (one: Batches) => number): number =>
  Math.round(batches.reduce((sum, one) => sum + one.batches * of(one), 0));

/**
 * Returns the work of metering for these sums of one day or month: a run and a transaction per batch, and its own usage every two minutes
 * while anything runs. Takes the duration and the number of members of the use.
 */
export const meteringWork = (sums: readonly DailySum[], day: string, traffic: Traffic): DailySum[] => {
  const batches = byOperation(sums, traffic);
  const runs = over(batches, () => 1);
  if (runs === 0) return [];
  const tellings = Math.min(runs, Math.round(traffic.seconds / REPORT_SECONDS));
  const used: Partial<DailySum['counts']> = {
    invocations: runs,
    writeUnits: over(batches, writesOf) + WRITES_A_REPORT * tellings,
    megabyteMs: over(batches, ({ requests }) => MEMORY_MB * (BATCH_MS + REQUEST_MS * requests)),
  };
  const named = { day, member: 'consortium', operation: meteringOperation, service: 'administration' as const };
  return [usedSum({ ...named, events: tellings }, used)];
};

/** Returns the bytes that the evidence of a batch with this many requests needs in the table. */
export const batchEvidenceBytes = (requests: number): number => EVIDENCE_BYTES + STORED_OVERHEAD + requests * ROW_BYTES;

/** Returns the bytes that the evidence of these sums adds to the table. */
export const evidenceBytes = (sums: readonly DailySum[], traffic: Traffic): number =>
  over(byOperation(sums, traffic), ({ requests }) => batchEvidenceBytes(requests));

/** Returns the number of requests with stored evidence. */
export const evidenceRows = (sums: readonly DailySum[], traffic: Traffic): number =>
  over(byOperation(sums, traffic), ({ requests }) => requests);

/** Returns the average number of requests in a batch; 0 without use. */
export const requestsABatch = (sums: readonly DailySum[], traffic: Traffic): number => {
  const batches = byOperation(sums, traffic);
  const all = batches.reduce((sum, one) => sum + one.batches, 0);
  return all === 0 ? 0 : batches.reduce((sum, one) => sum + one.batches * one.requests, 0) / all;
};
