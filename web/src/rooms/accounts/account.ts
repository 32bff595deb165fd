import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../api/client.ts';
import type { Answered } from '../../session/who.ts';

/** A member's statement of account in one currency. */
export type Account = Answered<'finance-show-account'>['accounts'][number];

/** Days (YYYY-MM-DD) between which the account is shown; the API's last twelve months where they are not said. */
export type Range = { from?: string; to?: string };

/** The account of a member; `mayRead` is false as long as it is not known that it is one's own. */
export const useAccount = (memberId: string, range: Range, mayRead: boolean) =>
  useQuery({
    queryKey: ['account-with-consortium', memberId, range],
    queryFn: () => take(api.GET('/v1/finance/accounts/{memberId}', { params: { path: { memberId }, query: range } })),
    enabled: mayRead,
  });
