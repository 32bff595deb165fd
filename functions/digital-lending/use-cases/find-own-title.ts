import type { PatronActor } from '../../../layers/platform/http/actor.ts';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import type { VendorAccount } from '../data/account-store.ts';
import type { PatronDeps } from '../deps.ts';
import { type Collection, lendsTo, originOf } from '../domain/collection.ts';
import type { Title } from '../domain/title.ts';
import type { DigitalVendor } from '../domain/vendor.ts';
import { refuseVendor } from './refuse-vendor.ts';

/** What a patron names: a title of a collection. */
export type OwnTitle = { actor: PatronActor; collectionId: string; titleKey: string; now: number };

/** A title that a patron may act on, with the patron's sign-in at its vendor. */
export type Acting = { collection: Collection; title: Title; account: VendorAccount; vendor: DigitalVendor };

/** Finds a title that the patron's library lends, and the patron's sign-in there. Or returns the refusal. */
export const findOwnTitle = async (
  { collections, titles, accounts, vendorOf }: PatronDeps,
  { actor, collectionId, titleKey, now }: OwnTitle,
) => {
  const [collection, [title], account] = await Promise.all([
    collections.get(collectionId),
    titles.getMany([{ collectionId, titleKey }]),
    accounts.get(actor.id, collectionId, now),
  ]);
  if (!collection || !title || !lendsTo(collection, actor.member))
    return refuse('unknown-title', 'Your library does not lend this title.', '/path/titleKey');
  // A token is for the origin that gave it: the vendor at another address gets none.
  if (account?.origin !== originOf(collection.address)) return refuseVendor('sign-in-expired');
  return { collection, title, account, vendor: vendorOf(collection) } satisfies Acting;
};
