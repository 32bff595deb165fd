import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { SerialDeps } from '../deps.ts';
import { marcOf, runsOf, statementOf } from '../domain/serials/holdings.ts';
import { type Issue, isHeld } from '../domain/serials/issue.ts';
import { seriesKinds } from '../domain/serials/pattern.ts';
import { currentVersion, type Subscription } from '../domain/serials/subscription.ts';
import { branchDay } from './branch-day.ts';

type Input = { place: { memberId: string; subscriptionId: string }; now: number };

/** Returns what a library has of each series of a subscription, as text and as MARC 21. */
const holdingsOf = (subscription: Subscription, issues: readonly Issue[]) => {
  const { series: now, version } = currentVersion(subscription);
  return seriesKinds.flatMap((kind) => {
    const series = now[kind];
    const all = issues.flatMap((issue) => {
      const pattern = subscription.versions[issue.version - 1]?.[kind]?.pattern;
      if (issue.kind !== kind || !pattern) return [];
      return { ...issue, pattern, isHeld: isHeld(issue), isSkipped: issue.state === 'not-issued' };
    });
    if (!series && all.length === 0) return [];
    const runs = runsOf(all);
    const marc = marcOf(kind, all, series && { version, pattern: series.pattern });
    return { kind, statement: statementOf(runs), marc };
  });
};

/** Shows a subscription with its holdings statement and the day at its branch. */
export const showSubscription = async (deps: SerialDeps, { place, now }: Input) => {
  const subscription = await deps.subscriptions.get(place);
  if (!subscription)
    return refuse('unknown-subscription', 'The library has no such subscription.', '/path/subscriptionId');
  const issues = await deps.subscriptions.issues(place);
  const today = await branchDay(deps, subscription.branchId, now);
  return answer({ subscription, holdings: holdingsOf(subscription, issues), today });
};
