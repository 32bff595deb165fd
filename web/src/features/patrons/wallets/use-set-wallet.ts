import { api, take } from '../../../api/client.ts';
import { type Body, useSend } from '../../../api/use-send.ts';

/** Sets up a wallet, or withdraws it. */
export const useSetWallet = () =>
  useSend((body: Body<'patrons-set-wallet'>) => take(api.PUT('/v1/patrons/wallets', { body })), ['wallets']);
