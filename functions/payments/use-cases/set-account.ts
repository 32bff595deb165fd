import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { AccountDeps } from '../deps.ts';
import type { PaymentAccount } from '../domain/payment-account.ts';
import { accountView } from '../schemas/views.ts';

type Settings = Pick<PaymentAccount, 'memberId' | 'on' | 'collectsFor' | 'minimum' | 'providerAccount'> & {
  address?: string | undefined;
  secretKey?: string | undefined;
  eventSecret?: string | undefined;
  version: number;
  by: string;
  now: number;
};

const PROVIDER = 'https://api.stripe.com';
const HERE = /^http:\/\/(?:127\.0\.0\.1|localhost):\d+$/;

/** Sets a member's account at the provider. The secrets are stored first: a version that names them finds them. `now` in epoch ms. */
export const setAccount = async (deps: AccountDeps, settings: Settings) => {
  const { secretKey: key, eventSecret: events, version, by, now, ...account } = settings;
  const { memberId } = account;
  const [member, before] = await Promise.all([deps.members.get(memberId), deps.accounts.get(memberId)]);
  const address = account.address ?? before?.address ?? PROVIDER;
  if (address !== PROVIDER && !(deps.onThisMachine && HERE.test(address)))
    return refuse('address-refused', `The provider is at ${PROVIDER}.`, '/body/address');
  if (member === undefined) return refuse('unknown-member', 'There is no such member.');
  if ((before?.v ?? 0) !== version) return refuse('changed-meanwhile', 'Others changed the account.');
  const isHalf = (key === undefined) !== (events === undefined);
  if (isHalf || (account.on && key === undefined && before?.secretSince === undefined))
    return refuse('secrets-missing', 'The key and the secret of events are needed together.', '/body/secretKey');
  const [at, auditId] = [iso(now), deps.ids.next('audit', now)];
  const isNew = key !== undefined && events !== undefined;
  // Two changes at once store each its own secrets: the account names those of the change that was written.
  if (isNew) await deps.secrets.store({ memberId, secretId: auditId }, { key, events });
  const { secretSince, secretId } = isNew ? { secretSince: at, secretId: auditId } : (before ?? {});
  const named = { ...(secretSince && { secretSince }), ...(secretId && { secretId }) };
  const after: PaymentAccount = { ...account, address, ...named, v: version + 1 };
  const { on, collectsFor, minimum, providerAccount } = after;
  const written = await deps.accounts.set(after, {
    ...{ subject: `member:${memberId}`, at, auditId, by, did: 'set-payment-account' },
    detail: { on, collectsFor, minimum, providerAccount, newSecrets: isNew },
  });
  const unused = written ? before?.secretId : auditId;
  if (isNew && unused) await deps.secrets.forget({ memberId, secretId: unused });
  return written ? answer(accountView(after)) : refuse('changed-meanwhile', 'Others changed the account.');
};
