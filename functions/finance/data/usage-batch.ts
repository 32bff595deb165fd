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

/** A batch of log lines, attributed. `own` is the usage of metering itself (empty when it is not to be counted). */
export type UsageBatch = Waiting & { batchId: string; own: readonly MeteredLine[] };

/** A transaction takes 100 writes (DynamoDB). */
const MOST_WRITES = 100;
/** The maximum weight of a batch's part, leaving room for the claim, metering's own line and waiting halves. */
const MOST_WEIGHT = 84;
/** The time for which a log batch can be redelivered: a failed one is retained and retried for two weeks. */
const RETENTION_SECONDS = SETTLED_AFTER_DAYS * 24 * 3600;
const TRIES = 6;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** Returns how many writes an invocation can cause: a sum for each distinct line, evidence, a waiting half. */
const weightOf = ({ usage, reports }: Waiting): number => {
  const cells = new Set(usage.map(({ at, operation, member }) => JSON.stringify([at.slice(0, 10), operation, member])));
  const places = new Set(usage.map(({ at, operation }) => JSON.stringify([at.slice(0, 10), operation])));
  return cells.size + places.size + (usage.length > 0 && reports.length > 0 ? 0 : 3);
};

/** Groups by invocation, in batch order: the same batch always has the same parts. */
const invocationsOf = ({ usage, reports }: Waiting): Waiting[] => {
  const ids = [...new Set([...usage, ...reports].map(({ lambdaRequestId }) => lambdaRequestId))];
  return ids.map((id) => ({
    usage: usage.filter(({ lambdaRequestId }) => lambdaRequestId === id),
    reports: reports.filter(({ lambdaRequestId }) => lambdaRequestId === id),
  }));
};

/** Splits a batch into parts of one transaction each; nearly always one. A batch without invocations is one empty part. */
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
 * Returns the claim of a part and its evidence. For a part with usage lines, its own evidence is the claim: place and batch are in its
 * key, the same for every delivery and whatever was waiting. A part with only reports has none.
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
  // Metering's own line has no rows: they would cost money with every batch.
  const { claim, more } = evidenceAndClaim(part, claimId, metered, now);
  const needed = [claim, ...sums, ...halves];
  // Sums come first: when one invocation worked for very many causes, its evidence is dropped, never a count.
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
 * Imports a batch once: its claim, sums, evidence and waiting halves are one transaction (one per part of a very large batch), so that a
 * repeated delivery, duplicate or after a crash, changes nothing. Returns whether it was counted now; false when it was before. Throws a
 * TableConflict after repeated conflicts: the platform redelivers it.
 */
export const takeBatch = async (table: Table, batch: UsageBatch, now: number): Promise<boolean> => {
  const id = hashOf(batch.batchId);
  let counted = false;
  for (const [at, part] of partsOf(batch).entries()) {
    // Metering's own use is added to the first part that is counted.
    const own = counted ? [] : batch.own;
    if (await takePart(table, part, `${id}.${at}`, own, now)) counted = true;
  }
  return counted;
};
