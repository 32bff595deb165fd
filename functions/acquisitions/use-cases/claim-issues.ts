import { retryOnConflict } from '../../../layers/platform/dynamodb/retry-on-conflict.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer } from '../../../layers/platform/http/outcome.ts';
import type { SerialDeps } from '../deps.ts';
import { dueOn } from '../domain/claims.ts';
import { afterClaim, type Issue, isAwaited } from '../domain/serials/issue.ts';
import { branchDays } from './branch-day.ts';

type Named = { subscriptionId: string; issueId: string };
type Claimed = {
  title: string;
  issn?: string;
  vendor?: string;
  label: string;
  expectedOn: string;
  number: number;
  copies: number;
};
type Answer = { claimed: Claimed[]; dropped: Named[] };
type Input = { memberId: string; issues: readonly Named[]; now: number; keep: Keep<Answer> };

/**
 * Claims late issues: numbers the claim of each and returns what the message to the vendor states. What arrived meanwhile, was claimed today
 * already or is not late is left out, so that the same request again claims nothing.
 */
export const claimIssues = (deps: SerialDeps, { memberId, issues, now, keep }: Input) =>
  retryOnConflict(`Claims of ${memberId}`, async () => {
    const places = issues.map((named) => ({ memberId, ...named }));
    const read = await Promise.all(places.map((place) => deps.subscriptions.issue(place)));
    const subscriptions = await deps.subscriptions.getAll(places);
    const days = await branchDays(
      deps,
      [...subscriptions.values()].map(({ branchId }) => branchId),
      now,
    );
    const changed: Issue[] = [];
    const done: Answer = { claimed: [], dropped: [] };
    for (const [at, named] of issues.entries()) {
      const [issue, subscription] = [read[at], subscriptions.get(named.subscriptionId)];
      const today = subscription && days.get(subscription.branchId);
      const isLate = issue && subscription && today !== undefined && isAwaited(issue);
      if (!isLate || dueOn(issue, subscription.claims, today) !== 'claim') {
        done.dropped.push(named);
        continue;
      }
      const after = afterClaim(issue, today);
      changed.push(after);
      done.claimed.push({
        ...{ title: subscription.title, label: issue.label, expectedOn: issue.expectedOn, number: after.claims.length },
        ...{ copies: issue.copies - issue.received.length },
        ...(subscription.issn !== undefined && { issn: subscription.issn }),
        ...(subscription.vendor !== undefined && { vendor: subscription.vendor }),
      });
    }
    const isWritten = await deps.subscriptions.put({ issues: changed, beside: keep(done) });
    return isWritten ? answer(done) : undefined;
  });
