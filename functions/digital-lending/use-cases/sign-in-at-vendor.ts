import type { PatronActor } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { refuseAttempt } from '../../patrons/public/refuse-attempt.ts';
import { vendorPinAttempt } from '../../patrons/public/vendor-pin-attempt.ts';
import type { SignInDeps } from '../deps.ts';
import { lendsTo, originOf } from '../domain/collection.ts';
import { refuseVendor } from './refuse-vendor.ts';

type Input = { actor: PatronActor; collectionId: string; pin: string; address: string; now: number };

/**
 * Signs a patron in at a vendor with the number of the own card and the PIN, which is passed on and not stored. The call is the patron's
 * consent: the page says what the vendor learns. Stores the vendor's token until it expires. Wrong PINs count and lock, as at the own sign-in.
 */
export const signInAtVendor = async (deps: SignInDeps, { actor, collectionId, pin, address, now }: Input) => {
  const collection = await deps.collections.get(collectionId);
  if (!collection || !lendsTo(collection, actor.member))
    return refuse('unknown-collection', `There is no collection ${collectionId}.`, '/path/collectionId');
  const patron = await deps.patrons.get(actor.id);
  if (!patron) return refuse('unknown-collection', 'This patron is no longer here.');
  const attempt = await deps.attempts.open(vendorPinAttempt(patron.person.card, address), now);
  if ('refused' in attempt) return refuseAttempt(attempt);
  const signedIn = await deps.vendorOf(collection).signIn(patron.person.card, pin, now);
  // Only a wrong PIN is a failure of the patron: a vendor that is silent locks nobody.
  if (!('failed' in signedIn) || signedIn.failed !== 'sign-in-refused') await deps.attempts.settle(attempt);
  if ('failed' in signedIn)
    return signedIn.failed === 'sign-in-refused'
      ? refuse('vendor-sign-in-refused', 'The vendor does not accept card and PIN.', '/body/pin')
      : refuseVendor(signedIn.failed);
  const { token, until } = signedIn.ok;
  const origin = originOf(collection.address);
  const account = { collectionId, token, origin, agreedAt: iso(now), expiresAt: Math.floor(until / 1000) };
  await deps.accounts.save(patron.status.patronId, account, []);
  return answer({ collectionId, until: iso(until) });
};
