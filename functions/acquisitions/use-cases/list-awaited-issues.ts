import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { SerialDeps } from '../deps.ts';
import { dueOn, lateFrom } from '../domain/claims.ts';
import { daysLater } from '../domain/serials/publication-days.ts';
import { branchDays } from './branch-day.ts';

type Input = { memberId: string; branchId: string | undefined; within: number; page: PageRequest; now: number };

/** Lists the issues of a library that are expected until some days from now and did not arrive, with what is due for each on this day. */
export const listAwaitedIssues = async (deps: SerialDeps, { memberId, branchId, within, page, now }: Input) => {
  // East of UTC the day is one further.
  const farthest = daysLater(iso(now).slice(0, 10), within + 1);
  const found = await deps.subscriptions.awaited(memberId, farthest, page);
  if (found === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  const subscriptions = await deps.subscriptions.getAll(found.rows);
  const days = await branchDays(
    deps,
    [...subscriptions.values()].map((one) => one.branchId),
    now,
  );
  const issues = found.rows.flatMap((issue) => {
    const subscription = subscriptions.get(issue.subscriptionId);
    const today = subscription && days.get(subscription.branchId);
    if (!subscription || today === undefined || issue.expectedOn > daysLater(today, within)) return [];
    if (branchId !== undefined && subscription.branchId !== branchId) return [];
    const { title, vendor, claims } = subscription;
    return {
      ...{ issue, title, branchId: subscription.branchId, today },
      ...{ lateFrom: lateFrom(issue, claims), due: dueOn(issue, claims, today) },
      ...(vendor !== undefined && { vendor }),
    };
  });
  return answer({ issues, ...(found.next !== undefined && { next: found.next }) });
};
