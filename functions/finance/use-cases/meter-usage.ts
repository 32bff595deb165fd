import { membersNamed } from '../../../layers/kernel/usage/attribution.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { log } from '../../../layers/platform/runtime/log.ts';
import type { MeteringDeps } from '../deps.ts';
import { attributeLines } from '../domain/metering/attribute-lines.ts';
import { ownLines } from '../domain/metering/own-lines.ts';
import { readSubscription } from '../domain/metering/subscription.ts';

type About = { now: number; lambdaRequestId: string; memoryMb: number };

/** Meters a batch of log lines: attributes each usage line to a member by the policy in force, and adds it to the sums. */
export const meterUsage = async (
  { usage, attribution, members, counting }: MeteringDeps,
  payload: unknown,
  { now, lambdaRequestId, memoryMb }: About,
): Promise<void> => {
  const { batchId, rejected, otherBytes, ...halves } = readSubscription(payload);
  for (const { eventId, detail } of rejected) log({ t: 'usage-rejected', eventId, detail });
  if (halves.usage.length === 0 && halves.reports.length === 0 && otherBytes === 0) return;
  await counting(now, async (reportUsage) => {
    const names = halves.usage.flatMap(({ evidence }) => (evidence ? membersNamed(evidence) : []));
    const lines = attributeLines(halves.usage, await attribution('all', now), await members(names, now));
    const selfUsage = reportUsage(otherBytes > 0);
    const about = { requestId: lambdaRequestId, at: iso(now), otherBytes };
    const own = selfUsage ? ownLines({ ...about, ...selfUsage, megabyteMs: selfUsage.ms * memoryMb }) : [];
    return usage.take({ batchId, usage: lines, reports: halves.reports, own }, now);
  });
};
