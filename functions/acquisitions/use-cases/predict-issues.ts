import { retryOnConflict } from '../../../layers/platform/dynamodb/retry-on-conflict.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { SerialDeps } from '../deps.ts';
import { type Subscription, withPredicted } from '../domain/serials/subscription.ts';

type Input = {
  place: { memberId: string; subscriptionId: string };
  asked: { count: number; v: number };
  keep: Keep<Subscription>;
};

/** Predicts further issues of a subscription, from where the last prediction ended. */
export const predictIssues = ({ subscriptions }: SerialDeps, { place, asked, keep }: Input) =>
  retryOnConflict(`Subscription ${place.subscriptionId}`, async () => {
    const found = await subscriptions.get(place);
    if (!found) return refuse('unknown-subscription', 'The library has no such subscription.', '/path/subscriptionId');
    if (found.v !== asked.v) return refuse('changed-meanwhile', 'It is not as you read it.', '/body/v');
    const planned = withPredicted({ ...found, v: found.v + 1 }, { most: asked.count });
    if (planned.issues.length === 0) return refuse('no-more-issues', 'Its pattern or its end allows no more issues.');
    const { subscription } = planned;
    const isWritten = await subscriptions.put({ ...planned, beside: keep(subscription) });
    return isWritten ? answer(subscription) : undefined;
  });
