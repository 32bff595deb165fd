import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { SerialDeps } from '../deps.ts';

type Input = { place: { memberId: string; subscriptionId: string }; page: PageRequest };

/** Lists the issues of a subscription, the latest first. */
export const listIssues = async ({ subscriptions }: SerialDeps, { place, page }: Input) => {
  if (!(await subscriptions.get(place)))
    return refuse('unknown-subscription', 'The library has no such subscription.', '/path/subscriptionId');
  const found = await subscriptions.listIssues(place, page);
  if (found === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  return answer({ issues: found.rows, ...(found.next !== undefined && { next: found.next }) });
};
