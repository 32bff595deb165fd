import { useMutation, useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import type { Body } from '../../../api/use-send.ts';

/** A wallet of phones as the API shows it. */
export type Wallet = Answered<'patrons-list-wallets'>['wallets'][number];

/** Loads the wallets that take library cards. */
export const useWallets = () =>
  useQuery({ queryKey: ['wallets'], queryFn: () => take(api.GET('/v1/patrons/wallets')), retry: false });

/** Gets a pass of the patron's card for a wallet. */
export const useMakePass = () =>
  useMutation({
    mutationFn: (body: Body<'patrons-make-my-wallet-pass'>) => take(api.POST('/v1/patrons/me/wallet-passes', { body })),
  });
