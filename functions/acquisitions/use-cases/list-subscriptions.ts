import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { SerialDeps } from '../deps.ts';

type Input = { memberId: string; branchId: string | undefined; page: PageRequest };

/** Lists the subscriptions of a library, the newest first. */
export const listSubscriptions = async ({ subscriptions }: SerialDeps, { memberId, branchId, page }: Input) => {
  const found = await subscriptions.list(memberId, branchId, page);
  if (found === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  return answer({ subscriptions: found.rows, ...(found.next !== undefined && { next: found.next }) });
};
