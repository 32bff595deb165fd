import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { WalletDeps } from '../deps.ts';
import type { Wallet, WalletSettings } from '../domain/wallet/wallet-settings.ts';
import { walletViews } from '../schemas.ts';
import { type AppleSigner, readWalletCertificate, rsaKeyOf } from './read-wallet-certificate.ts';

/** What an administrator enters of a wallet; `off` withdraws it. */
export type WalletEntry =
  | ({ wallet: 'apple' } & AppleSigner)
  | { wallet: 'google'; issuerId: string; serviceAccount: string; key: string }
  | { wallet: 'off'; which: Wallet };

type Input = { entry: WalletEntry; v: number; by: string; now: number };

const settingsOf = (before: WalletSettings, entry: WalletEntry, secretId: string, now: number) => {
  if (entry.wallet === 'off') {
    const { [entry.which]: _, ...others } = before;
    return others;
  }
  if (entry.wallet === 'google') {
    const { issuerId, serviceAccount, key } = entry;
    if (!rsaKeyOf(key))
      return refuse('key-mismatch', 'It is no private key of RSA, or it has a password.', '/body/key');
    return { ...before, google: { issuerId, serviceAccount, secretId } };
  }
  const found = readWalletCertificate(entry, now);
  return 'refused' in found ? found : { ...before, apple: { ...found, secretId } };
};

/** Sets up a wallet, or withdraws it. The private key is stored first: settings that name it find it. `now` in epoch ms. */
export const setWallet = async ({ wallets, keys, ids }: WalletDeps, { entry, v, by, now }: Input) => {
  const before = await wallets.get();
  if (before.v !== v) return refuse('changed-meanwhile', 'Others changed it.', '/body/v');
  const [at, auditId] = [iso(now), ids.next('audit', now)];
  const changed = settingsOf(before, entry, auditId, now);
  if ('refused' in changed) return changed;
  const after: WalletSettings = { ...changed, v: v + 1 };
  if (entry.wallet !== 'off') await keys.store(auditId, entry.key);
  const which = entry.wallet === 'off' ? entry.which : entry.wallet;
  const written = await wallets.set(after, {
    ...{ subject: 'consortium', at, auditId, by, did: 'set-wallet' },
    detail: { wallet: which, on: entry.wallet !== 'off' },
  });
  const unused = written ? before[which]?.secretId : auditId;
  if (unused !== undefined) await keys.forget(unused);
  return written ? answer(walletViews(after, at.slice(0, 10))) : refuse('changed-meanwhile', 'Others changed it.');
};
