import type { PatronTitle, TitleAvailability } from '../../../layers/protocols/opds/lending.ts';
import type { Feed } from '../../../layers/protocols/opds/read-feed.ts';
import type { VendorRefusal } from '../../../layers/protocols/opds/read-problem.ts';

/** Why a vendor gives no answer: it refuses, is silent, or answers what is no such document. */
export type VendorFailure = VendorRefusal | 'vendor-silent' | 'vendor-unreadable' | 'vendor-needs-tokens';

/** The answer of a vendor, or why there is none. */
export type Asked<T> = { ok: T } | { failed: VendorFailure };

/** How Concord signs in to read a feed. */
export type Credentials = { username: string; secret: string };

/** A page of a collection's feed, with its version and the address of the next one. */
export type FeedPage = Feed & { address: string; etag?: string; next?: string };

/** A vendor of e-books, as a collection needs it. Nothing throws: a vendor that fails is an answer. */
export type DigitalVendor = {
  /** Reads a page of the feed; the first one without an address. `unchanged`: the vendor says that it is as in the version `etag`. */
  page(
    at: string | undefined,
    credentials: Credentials | undefined,
    etag?: string,
  ): Promise<Asked<FeedPage | 'unchanged'>>;
  /** Reads the current availability of a title from its entry. */
  availability(entry: string): Promise<Asked<TitleAvailability>>;
  /** Signs a patron in by card number and PIN. `until` in epoch ms. */
  signIn(card: string, pin: string, now: number): Promise<Asked<{ token: string; until: number }>>;
  /** Returns the patron's loans and holds. */
  account(token: string, now: number): Promise<Asked<PatronTitle[]>>;
  /** Borrows a title, or places a hold when no copy is free. `isNew` is false for a loan or hold that the patron had before. */
  borrow(token: string, borrowAt: string): Promise<Asked<{ title: PatronTitle; isNew: boolean }>>;
  /** Returns a loan early, or cancels a hold. */
  giveBack(token: string, revokeAt: string): Promise<Asked<'given-back'>>;
};
