import { shortLine } from '../../kernel/usage/short-line.ts';
import { noWork } from '../../kernel/usage/units.ts';
import type { Clock } from '../runtime/clock.ts';
import { log } from '../runtime/log.ts';
import { workLines } from './work-lines.ts';

/** The scheduled call that keeps a container of a function alive (the setting `keepWarm`). */
export type WarmUp = { warmUp: true };

/** The operation under which finance reports the cost of these calls; all members share it. */
const warmUp = { id: 'platform-warm-up', context: 'platform', service: 'administration' } as const;

/** Answers a warm-up call: logs its usage and returns true. Returns false for any other event, for which no clock is opened. */
export const answersWarmUp = (
  event: unknown,
  { awsRequestId }: { awsRequestId: string },
  clock: () => Clock,
): event is WarmUp => {
  if (typeof event !== 'object' || event === null || !('warmUp' in event)) return false;
  const usage = { units: noWork(), evidence: { caller: 'consortium' as const }, parts: [] };
  const ended = { startedAt: clock().now(), ms: 0, failed: false, lambdaRequestId: awsRequestId };
  for (const line of workLines(warmUp, usage, ended)) log(shortLine(line));
  return true;
};
