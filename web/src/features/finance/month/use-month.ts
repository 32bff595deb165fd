import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { hasRole, useWho } from '../../../api/current-user.ts';

/**
 * Returns whose costs a page shows: the member asked for when the user may read all members, otherwise the user's own. `isKnown` is false
 * until access is known.
 */
export const useShownMember = (
  asked: string | undefined,
): { member: string | undefined; mayChoose: boolean; isKnown: boolean } => {
  const who = useWho();
  const mayChoose = hasRole(who, 'finance-preparer', 'finance-approver', 'auditor', 'admin');
  return { member: mayChoose ? asked : who?.member, mayChoose, isKnown: who !== undefined };
};

/** Returns the costs of a month, of a member or of all. `mayRead` is false until access is known. */
export const useMonth = (month: string, member: string | undefined, mayRead: boolean) =>
  useQuery({
    queryKey: ['month', month, member],
    queryFn: () =>
      take(api.GET('/v1/finance/months/{month}', { params: { path: { month }, query: member ? { member } : {} } })),
    enabled: mayRead,
  });
