import { SignJWT } from 'jose';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { WalletDeps } from '../deps.ts';
import { applePass, googlePass, type PassCard, type passLanguages } from '../domain/wallet/card-pass.ts';
import { isOffered, type Wallet, type WalletSettings } from '../domain/wallet/wallet-settings.ts';
import { rsaKeyOf } from './read-wallet-certificate.ts';
import { signApplePass } from './sign-apple-pass.ts';

type Input = { patronId: string; wallet: Wallet; language: (typeof passLanguages)[number]; now: number };

const cardOf = async ({ patrons, directory }: WalletDeps, patronId: string): Promise<PassCard | undefined> => {
  const [patron, members] = await Promise.all([patrons.get(patronId), directory()]);
  if (!patron) return undefined;
  const { homeMember, expiresOn } = patron.status;
  const { person, card } = patron.person;
  const { given, family } = person.usedName ?? person.name;
  const library = members.find(({ memberId }) => memberId === homeMember)?.name ?? homeMember;
  return { patronId, card, name: [given, family].filter(Boolean).join(' '), library, expiresOn };
};

const secretIdOf = ({ apple, google }: WalletSettings, wallet: Wallet): string | undefined =>
  (wallet === 'apple' ? apple : google)?.secretId;

/**
 * Makes a pass of the requesting patron's card for a wallet: the file for Apple Wallet in base64, or the link for Google Wallet, by which
 * the patron's own device hands the card to Google. `now` in epoch ms.
 */
export const makeWalletPass = async (deps: WalletDeps, { patronId, wallet, language, now }: Input) => {
  const settings = await deps.wallets.get();
  const secretId = secretIdOf(settings, wallet);
  if (secretId === undefined || !isOffered(settings, wallet, iso(now).slice(0, 10)))
    return refuse('wallet-not-offered', 'The consortium offers no cards for this wallet.');
  const [card, key] = await Promise.all([cardOf(deps, patronId), deps.keys.read(secretId)]);
  if (!card) return refuse('gone', 'This patron is no longer here.');
  if (key === undefined) return refuse('wallet-not-offered', 'The key of this wallet is missing.');
  const { apple, google } = settings;
  if (wallet === 'apple' && apple) {
    const pass = signApplePass(applePass(card, apple, language), { ...apple, key }, now);
    return answer({ wallet, file: pass.toString('base64') });
  }
  const signingKey = rsaKeyOf(key);
  if (!google || !signingKey) return refuse('wallet-not-offered', 'The key of this wallet is unusable.');
  const claims = new SignJWT({ ...googlePass(card, google, language) }).setProtectedHeader({
    alg: 'RS256',
    typ: 'JWT',
  });
  const token = await claims.setIssuedAt(Math.floor(now / 1000)).sign(signingKey);
  return answer({ wallet, address: `https://pay.google.com/gp/v/save/${token}` });
};
