import type { DailySum } from '../metering/aggregate.ts';
import { meteringOperation } from '../metering/own-lines.ts';
import { usedSum } from './work-sum.ts';

/**
 * Seconds for which CloudWatch Logs gathers the lines of one log stream before it sends them on. It promises nothing; so
 * little is chosen low, as small batches are dear.
 */
const GATHERED_SECONDS = 1;

/** A run of metering: its function's memory, and how long a batch and each request in it take. The times are chosen. */
const MEMORY_MB = 512;
const BATCH_MS = 15;
const REQUEST_MS = 0.2;

/**
 * Bytes of the item that holds a batch's evidence, of what an item is billed for besides, and of a row in it; held to the
 * function by `test/stores/finance/estimate-units.test.ts`.
 */
const EVIDENCE_BYTES = 140;
const STORED_OVERHEAD = 100;
const ROW_BYTES = 140;

const MINUTES = 60;
const WRITES_A_REPORT = 2;

/** A time of use: how many seconds it lasts and how many members' use is mixed in a log. */
export type Traffic = { seconds: number; members: number };

type Batches = { batches: number; requests: number; members: number };

/**
 * How the requests of one function come: a log stream is one container, a container does one thing at a time, so there
 * are as many streams as are busy at once, one at least. A batch is the line that opens it and what follows while lines are
 * gathered.
 */
const batchesOf = (invocations: number, megabyteMs: number, { seconds, members }: Traffic): Batches => {
  const streams = Math.max(1, Math.ceil(megabyteMs / MEMORY_MB / 1000 / seconds));
  const requests = 1 + (invocations / seconds / streams) * GATHERED_SECONDS;
  // Of so many members at random, and the public, some come twice.
  const pools = members + 1;
  return { batches: invocations / requests, requests, members: pools * (1 - (1 - 1 / pools) ** requests) };
};

/** Evidence and a sum for each member, each twice in a transaction; the evidence by kilobytes begun. */
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
 * What metering uses of the platform for these sums of one day or month: a run and a transaction a batch, and once a
 * minute a word of itself while anything runs. Takes over what time and how many members the use is spread.
 */
export const meteringWork = (sums: readonly DailySum[], day: string, traffic: Traffic): DailySum[] => {
  const batches = byOperation(sums, traffic);
  const runs = over(batches, () => 1);
  if (runs === 0) return [];
  const tellings = Math.min(runs, Math.round(traffic.seconds / MINUTES));
  const used: Partial<DailySum['counts']> = {
    invocations: runs,
    writeUnits: over(batches, writesOf) + WRITES_A_REPORT * tellings,
    megabyteMs: over(batches, ({ requests }) => MEMORY_MB * (BATCH_MS + REQUEST_MS * requests)),
  };
  const named = { day, member: 'consortium', operation: meteringOperation, service: 'administration' as const };
  return [usedSum({ ...named, events: tellings }, used)];
};

/** Bytes that the evidence of a batch of so many requests takes in the table. */
export const batchEvidenceBytes = (requests: number): number => EVIDENCE_BYTES + STORED_OVERHEAD + requests * ROW_BYTES;

/** Bytes that the evidence of these sums adds to the table. */
export const evidenceBytes = (sums: readonly DailySum[], traffic: Traffic): number =>
  over(byOperation(sums, traffic), ({ requests }) => batchEvidenceBytes(requests));

/** Requests whose evidence is kept. */
export const evidenceRows = (sums: readonly DailySum[], traffic: Traffic): number =>
  over(byOperation(sums, traffic), ({ requests }) => requests);

/** Requests in an average batch; 0 where there is no use. */
export const requestsABatch = (sums: readonly DailySum[], traffic: Traffic): number => {
  const batches = byOperation(sums, traffic);
  const all = batches.reduce((sum, one) => sum + one.batches, 0);
  return all === 0 ? 0 : batches.reduce((sum, one) => sum + one.batches * one.requests, 0) / all;
};
