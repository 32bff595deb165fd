import { gunzipSync } from 'node:zlib';
import { membersNamed } from '../../../../layers/kernel/usage/attribution.ts';
import type { UsageLine } from '../../../../layers/kernel/usage/usage-line.ts';
import { openTable, type Table } from '../../../../layers/platform/dynamodb/table.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { cachedFor } from '../../../../layers/platform/runtime/cached-for.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { log } from '../../../../layers/platform/runtime/log.ts';
import { meterSelf } from '../../../../layers/platform/runtime/self-metering.ts';
import { policyStore } from '../../../../layers/records/policies/data/policy-store.ts';
import { readDirectory } from '../../../membership/public/directory-store.ts';
import { usageStore } from '../../data/usage-store.ts';
import { attributeLines } from '../../domain/metering/attribute-lines.ts';
import { attributionKind } from '../../domain/metering/attribution-kind.ts';
import { ownLines } from '../../domain/metering/own-lines.ts';
import { readSubscription } from '../../domain/metering/subscription.ts';
import { contract } from './contract.ts';

/** What CloudWatch Logs sends a subscriber: gzip in base64. */
type LogsEvent = { awslogs: { data: string } };

/** Policies hardly ever change; a batch is judged by those of a minute ago at most. */
const CACHE_MS = 60_000;
/** Names that were looked for and are remembered: a container's memory is paid for. */
const MOST_SOUGHT = 1000;
/** Metering tells of itself once a minute at most: a write with each batch would cost as much again at low traffic. */
const QUIET_MS = 60_000;
const MEMORY_MB = contract.memoryMb ?? 512;

const payloadOf = ({ awslogs }: LogsEvent): unknown =>
  JSON.parse(gunzipSync(Buffer.from(awslogs.data, 'base64')).toString('utf8'));

/**
 * The members known; the directory is read again for a name that it did not hold, once a minute at most for each name: who
 * joined a moment ago pays for its first requests as well, while a partner's name, or one that a visitor made up, costs little.
 */
const membersOf = (table: Table) => {
  let known: ReadonlySet<string> = new Set();
  const soughtUntil = new Map<string, number>();
  return async (lines: readonly UsageLine[], now: number): Promise<ReadonlySet<string>> => {
    const named = new Set(lines.flatMap(({ evidence }) => (evidence ? membersNamed(evidence) : [])));
    const unknown = [...named].filter((member) => !known.has(member));
    if (unknown.some((member) => now >= (soughtUntil.get(member) ?? now))) {
      known = new Set((await readDirectory(table)).map(({ memberId }) => memberId));
      if (soughtUntil.size > MOST_SOUGHT) soughtUntil.clear();
      for (const member of unknown) soughtUntil.set(member, now + CACHE_MS);
    }
    return known;
  };
};

export const handler = work(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    const policies = policyStore(table);
    const adopted = cachedFor(CACHE_MS, () => policies.list(attributionKind));
    return { usage: usageStore(table), adopted, members: membersOf(table), counting: meterSelf(QUIET_MS) };
  },
  async (event: LogsEvent, { usage, adopted, members, counting }, { now, lambdaRequestId }) => {
    const { batchId, rejected, otherBytes, ...halves } = readSubscription(payloadOf(event));
    for (const { eventId, detail } of rejected) log({ t: 'usage-rejected', eventId, detail });
    if (halves.usage.length === 0 && halves.reports.length === 0 && otherBytes === 0) return;
    await counting(now, async (reportUsage) => {
      const known = await members(halves.usage, now);
      const lines = attributeLines(halves.usage, await adopted('all', now), known);
      const reported = reportUsage(otherBytes > 0);
      const about = { requestId: lambdaRequestId, at: iso(now), otherBytes };
      const own = reported ? ownLines({ ...about, ...reported, megabyteMs: reported.ms * MEMORY_MB }) : [];
      return usage.take({ batchId, usage: lines, reports: halves.reports, own }, now);
    });
  },
);
