import { cachedFor } from '../../../layers/platform/runtime/cached-for.ts';
import type { TitleAvailability } from '../../../layers/protocols/opds/lending.ts';
import type { Title } from '../domain/title.ts';
import type { VendorOf } from './vendors/vendor-of.ts';

/** How long an answer of a vendor is used again. */
const CACHE_MS = 30_000;

/** Asks vendors how titles can be had, each title once in half a minute; a silent vendor is not asked again in that time either. */
export const liveAvailability = (vendorOf: VendorOf) => {
  type Asked = { title: Title; address: Parameters<VendorOf>[0] };
  // The version is part of the name: a loan through Concord changes it, so that the vendor is asked anew.
  return cachedFor(
    CACHE_MS,
    async ({ title, address }: Asked): Promise<TitleAvailability | undefined> => {
      if (title.entry === undefined) return undefined;
      const live = await vendorOf(address).availability(title.entry);
      return 'ok' in live ? live.ok : undefined;
    },
    ({ title }) => `${title.collectionId} ${title.titleKey} ${title.v}`,
  );
};
export type LiveAvailability = ReturnType<typeof liveAvailability>;
