import type { PatronActor } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { PatronDeps } from '../deps.ts';
import { lendsTo, originOf } from '../domain/collection.ts';
import { refuseVendor } from './refuse-vendor.ts';

type Input = { actor: PatronActor; collectionId: string; pin: string; now: number };

/**
 * Signs a patron in at a vendor with the number of the own card and the PIN, which is passed on and not stored. The call is the patron's
 * consent: the page says what the vendor learns. Stores the vendor's token until it expires.
 */
export const signInAtVendor = async (deps: PatronDeps, { actor, collectionId, pin, now }: Input) => {
  const collection = await deps.collections.get(collectionId);
  if (!collection || !lendsTo(collection, actor.member))
    return refuse('unknown-collection', `There is no collection ${collectionId}.`, '/path/collectionId');
  const patron = await deps.patrons.get(actor.id);
  if (!patron) return refuse('unknown-collection', 'This patron is no longer here.');
  const signedIn = await deps.vendorOf(collection).signIn(patron.person.card, pin, now);
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
