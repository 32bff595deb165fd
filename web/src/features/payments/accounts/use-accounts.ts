import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered, operations } from '../../../api/current-user.ts';

export type PaymentAccount = Answered<'payments-list-accounts'>['accounts'][number];
/** What the form sets; omitted secrets stay as they are. */
type AccountTerms = operations['payments-set-account']['requestBody']['content']['application/json'];

const queryKey = ['payment-accounts'];

/** Loads the accounts at the payment provider that the user may see, and whose takes money for all. */
export const useAccounts = () => useQuery({ queryKey, queryFn: () => take(api.GET('/v1/payments/accounts')) });

/** Sets the account of a library, provided that it is as it was read. */
export const useSetAccount = (memberId: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: AccountTerms) =>
      take(api.PUT('/v1/payments/accounts/{memberId}', { params: { path: { memberId } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey }),
  });
};
