import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { SerialDeps } from '../deps.ts';
import { currentVersion, type Subscription } from '../domain/serials/subscription.ts';

type Input = { memberId: string; branchId: string | undefined; page: PageRequest };

const rowOf = (subscription: Subscription) => {
  const { subscriptionId, memberId, branchId, title, issn, recordId, vendor, copies, endsOn, states, v } = subscription;
  const { frequency } = currentVersion(subscription).series.basic.pattern;
  return {
    ...{ subscriptionId, memberId, branchId, title, copies, frequency, v },
    ...(issn !== undefined && { issn }),
    ...(recordId !== undefined && { recordId }),
    ...(vendor !== undefined && { vendor }),
    ...(endsOn !== undefined && { endsOn }),
    ...(states.basic && { predictedUntil: states.basic.on }),
  };
};

/** Lists the subscriptions of a library, the newest first, each with the day until which its issues are predicted. */
export const listSubscriptions = async ({ subscriptions }: SerialDeps, { memberId, branchId, page }: Input) => {
  const found = await subscriptions.list(memberId, branchId, page);
  if (found === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  return answer({ subscriptions: found.rows.map(rowOf), ...(found.next !== undefined && { next: found.next }) });
};
