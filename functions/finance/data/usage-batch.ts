import { createHash } from 'node:crypto';
import { absent } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table, TableConflict } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { aggregate, combine } from '../domain/metering/aggregate.ts';
import { SETTLED_AFTER_DAYS } from '../domain/metering/evidence-pack.ts';
import type { MeteredLine } from '../domain/metering/join.ts';
import { settle, type Waiting } from '../domain/metering/settle.ts';
import { key } from './keys.ts';
import { type Evidence, evidenceOfBatch } from './usage-evidence.ts';
import { addToDay } from './usage-items.ts';
import { waitingOf, waitingWrite } from './usage-waiting.ts';

/** A batch of log lines, attributed. `own` is what metering itself used and says of it (none when it is not to be counted). */
export type UsageBatch = Waiting & { batchId: string; own: readonly MeteredLine[] };

/** A transaction takes 100 writes (DynamoDB). */
const MOST_WRITES = 100;
/** What a part of a batch may weigh, with room for the claim, metering's own line and halves that waited. */
const MOST_WEIGHT = 84;
/** As long as a log batch can come again: one that failed is kept and sent again for two weeks. */
const RETENTION_SECONDS = SETTLED_AFTER_DAYS * 24 * 3600;
const TRIES = 6;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** How many writes an invocation can make: a sum for each line of its own kind, evidence, a waiting half. */
const weightOf = ({ usage, reports }: Waiting): number => {
  const cells = new Set(usage.map(({ at, operation, member }) => JSON.stringify([at.slice(0, 10), operation, member])));
  const places = new Set(usage.map(({ at, operation }) => JSON.stringify([at.slice(0, 10), operation])));
  return cells.size + places.size + (usage.length > 0 && reports.length > 0 ? 0 : 3);
};

/** Invocations whole, in the order of the batch: the same batch has the same parts whenever it comes. */
const invocationsOf = ({ usage, reports }: Waiting): Waiting[] => {
  const ids = [...new Set([...usage, ...reports].map(({ lambdaRequestId }) => lambdaRequestId))];
  return ids.map((id) => ({
    usage: usage.filter(({ lambdaRequestId }) => lambdaRequestId === id),
    reports: reports.filter(({ lambdaRequestId }) => lambdaRequestId === id),
  }));
};

/** A batch in parts of one transaction each; nearly always one. One without an invocation is one empty part. */
export const partsOf = (batch: Waiting): Waiting[] => {
  const parts: { halves: Waiting; weight: number }[] = [];
  for (const invocation of invocationsOf(batch)) {
    const weight = weightOf(invocation);
    const last = parts.at(-1);
    if (last && last.weight + weight <= MOST_WEIGHT) {
      last.weight += weight;
      last.halves = {
        usage: [...last.halves.usage, ...invocation.usage],
        reports: [...last.halves.reports, ...invocation.reports],
      };
    } else parts.push({ halves: invocation, weight });
  }
  return parts.length > 0 ? parts.map(({ halves }) => halves) : [{ usage: [], reports: [] }];
};

const unmatched = (part: Waiting): string[] =>
  invocationsOf(part).flatMap(({ usage, reports }) => {
    const [half] = usage.length > 0 ? usage : reports;
    return half && (usage.length === 0 || reports.length === 0) ? [half.lambdaRequestId] : [];
  });

/**
 * What claims a part of a batch, and its evidence. Where a line tells of use, its own evidence is the claim: place and batch
 * are in its key, the same however often the batch comes and whatever waited meanwhile. A part of reports alone has none.
 */
const evidenceAndClaim = (part: Waiting, claimId: string, metered: readonly MeteredLine[], now: number): Evidence => {
  const [first] = part.usage;
  if (first) return evidenceOfBatch({ batchId: claimId, now }, first, metered);
  const expiresAt = Math.floor(now / 1000) + RETENTION_SECONDS;
  const put = { ...key('usageBatch', { batchId: claimId }), ...stamp('usageBatch', 1), expiresAt };
  const [line] = metered;
  const own = line ? evidenceOfBatch({ batchId: claimId, now }, line, metered) : undefined;
  return { claim: { put, when: absent() }, more: own ? [own.claim, ...own.more] : [] };
};

const writesOf = async (
  table: Table,
  part: Waiting,
  claimId: string,
  own: readonly MeteredLine[],
  now: number,
): Promise<Write[]> => {
  const waited = await waitingOf(table, unmatched(part));
  const { changes, metered, waiting } = settle(part, waited);
  const sums = combine(changes, aggregate(own)).map(addToDay);
  const halves = [...waiting].map(([id, after]) => waitingWrite(id, after, waited.get(id), now));
  // Metering's own line opens to no rows: it would pay for each with every batch.
  const { claim, more } = evidenceAndClaim(part, claimId, metered, now);
  const needed = [claim, ...sums, ...halves];
  // Sums come first: where one invocation worked for very many, its evidence gives way, never a count.
  return needed.length + more.length <= MOST_WRITES ? [...needed, ...more] : needed;
};

const takePart = async (
  table: Table,
  part: Waiting,
  claimId: string,
  own: readonly MeteredLine[],
  now: number,
): Promise<boolean> => {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const conflict = await table.write(await writesOf(table, part, claimId, own, now));
    if (!conflict) return true;
    if (conflict.conflict.some(({ index }) => index === 0)) return false;
  }
  throw new TableConflict(`Halves of ${claimId} changed ${TRIES} times at once`);
};

/**
 * Takes a batch in once: its claim, its sums, its evidence and what waits are one transaction (one for each part of a very
 * large batch), so that a batch that comes again, doubled or after a crash, changes nothing. Gives whether it was counted
 * now; false when it was before. Throws a TableConflict when others were always quicker: the platform sends it again.
 */
export const takeBatch = async (table: Table, batch: UsageBatch, now: number): Promise<boolean> => {
  const id = hashOf(batch.batchId);
  let counted = false;
  for (const [at, part] of partsOf(batch).entries()) {
    // Metering's own use goes with the first part that is counted.
    const own = counted ? [] : batch.own;
    if (await takePart(table, part, `${id}.${at}`, own, now)) counted = true;
  }
  return counted;
};
