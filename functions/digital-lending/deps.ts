import { openTable } from '../../layers/platform/dynamodb/table.ts';
import { leadsToPrivate } from '../../layers/platform/http/outbound/post.ts';
import { reachOf } from '../../layers/platform/http/outbound/reach.ts';
import { partnerSecrets } from '../../layers/platform/runtime/partner-secrets.ts';
import type { Runtime } from '../../layers/platform/runtime/runtime.ts';
import { siteAddress } from '../../layers/platform/runtime/site-address.ts';
import { attemptStore } from '../../layers/records/attempts/data/attempt-store.ts';
import { matchingRules } from '../catalogue/public/matching-rules.ts';
import { readDirectory } from '../membership/public/directory-store.ts';
import { patronStore } from '../patrons/public/patron-store.ts';
import { accountStore } from './data/account-store.ts';
import { collectionStore } from './data/collection-store.ts';
import { pageStore } from './data/page-store.ts';
import { titleStore } from './data/title-store.ts';
import { useStore } from './data/use-store.ts';
import { liveAvailability } from './use-cases/live-availability.ts';
import { vendorsIn } from './use-cases/vendors/vendor-of.ts';

type Settings = Pick<Runtime, 'environment'>;

/** Composes the stores of collections, and the vendors that answer for their titles. */
export const titleDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  const vendorOf = vendorsIn(reachOf(runtime));
  return { table, collections: collectionStore(table), titles: titleStore(table), vendorOf };
};
export type TitleDeps = ReturnType<typeof titleDeps>;

/** Adds the live availability of titles, with its short cache. */
export const availabilityDeps = (runtime: Settings) => {
  const deps = titleDeps(runtime);
  return { ...deps, live: liveAvailability(deps.vendorOf) };
};

/** Composes what our own feed lists. */
export const feedDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  return {
    ...{ table, collections: collectionStore(table), titles: titleStore(table) },
    site: () => siteAddress(runtime),
  };
};
export type FeedDeps = ReturnType<typeof feedDeps>;

/** Adds what acts for a patron at a vendor: the card number, the sign-ins, and the counts. */
export const patronDeps = (runtime: Settings) => {
  const deps = titleDeps(runtime);
  const { table } = deps;
  return { ...deps, accounts: accountStore(table), patrons: patronStore(table), uses: useStore(table) };
};
export type PatronDeps = ReturnType<typeof patronDeps>;

/** Adds the limits of sign-ins at vendors. */
export const signInDeps = (runtime: Settings) => {
  const deps = patronDeps(runtime);
  return { ...deps, attempts: attemptStore(deps.table) };
};
export type SignInDeps = ReturnType<typeof signInDeps>;

/** Composes what staff read of collections. */
export const collectionDeps = (runtime: Settings) => {
  const table = openTable(runtime);
  return { table, collections: collectionStore(table), uses: useStore(table) };
};
export type CollectionDeps = ReturnType<typeof collectionDeps>;

/** Composes what changes collections, with the parameter store of their secrets and the members that there are. */
export const collectionChangeDeps = (runtime: Settings) => {
  const { table, collections } = collectionDeps(runtime);
  const reach = reachOf(runtime);
  return {
    ...{ table, collections, reach, secrets: partnerSecrets(runtime), members: () => readDirectory(table) },
    leadsToPrivate: (address: string) => leadsToPrivate(address, reach),
  };
};
export type CollectionChangeDeps = ReturnType<typeof collectionChangeDeps>;

/** Composes the harvest: the vendors' feeds, and the catalogue that takes records. */
export const harvestDeps = (runtime: Settings) => {
  const deps = titleDeps(runtime);
  return {
    ...{ ...deps, pages: pageStore(deps.table) },
    ...{ secrets: partnerSecrets(runtime), rulesAt: matchingRules(deps.table) },
  };
};
export type HarvestDeps = ReturnType<typeof harvestDeps>;
