import { openTable } from '../../layers/platform/dynamodb/table.ts';
import { type Actor, patronOf } from '../../layers/platform/http/actor.ts';
import { leadsToPrivate, type OutboundRead, read } from '../../layers/platform/http/outbound/post.ts';
import { reachOf } from '../../layers/platform/http/outbound/reach.ts';
import { openBucket } from '../../layers/platform/objects/object-store.ts';
import { cachedFor } from '../../layers/platform/runtime/cached-for.ts';
import type { Runtime } from '../../layers/platform/runtime/runtime.ts';
import { siteAddress } from '../../layers/platform/runtime/site-address.ts';
import { openEngine } from '../../layers/platform/search/client.ts';
import { everybody } from '../catalogue/public/everybody.ts';
import { familyOf } from '../catalogue/public/family-of.ts';
import { findRecord } from '../catalogue/public/find-record.ts';
import { isSeenBy } from '../catalogue/public/is-seen-by.ts';
import { sourceStore } from '../catalogue/public/source-store.ts';
import { sweepTombstones } from '../catalogue/public/sweep.ts';
import type { Viewer } from '../catalogue/public/visibility.ts';
import { isils } from '../isils.ts';
import { itemStore } from '../items/public/item-store.ts';
import { branchStore } from '../membership/public/branch-store.ts';
import { readDirectory } from '../membership/public/directory-store.ts';
import { patronStore } from '../patrons/public/patron-store.ts';
import { coverFiles } from './data/cover-files.ts';
import { coverProviderStore } from './data/cover-provider-store.ts';
import { harvestList } from './data/harvest-list.ts';
import { homeContentStore } from './data/home-content-store.ts';
import { patronLists } from './data/patron-lists.ts';
import { reliabilityStore } from './data/reliability-store.ts';
import { savedSearches } from './data/saved-search-store.ts';
import { savedUnion } from './data/saved-union.ts';
import { arrivals } from './data/search-index/arrivals.ts';
import { facetValues } from './data/search-index/facet-values.ts';
import { findRecords } from './data/search-index/find-records.ts';
import { hitsById } from './data/search-index/hits-by-id.ts';
import { publicRecordIds } from './data/search-index/record-ids.ts';
import { relatedTitles } from './data/search-index/related.ts';
import { allSuggested, suggestHeadings } from './data/search-index/suggest.ts';
import { sharedLists } from './data/shared-list-store.ts';
import { uploadedCoverStore } from './data/uploaded-cover-store.ts';
import type { SuggestedList } from './domain/browse/suggest.ts';
import { coverAsking } from './use-cases/covers/ask-providers.ts';
import { publicNumbers } from './use-cases/covers/public-numbers.ts';
import type { Find } from './use-cases/search-catalogue.ts';

// One function per group of handlers with the same dependencies: a bundle contains only what its handler composes.

/** Returns the search engine and the name of its index. */
export const engineDeps = (runtime: Runtime) => ({ engine: openEngine(runtime), family: familyOf(runtime) });

/** Returns the dependencies of listing the records of a heading. */
export const headingRecordDeps = (runtime: Runtime) => ({
  ...engineDeps(runtime),
  items: itemStore(openTable(runtime)),
});

/**
 * Returns the dependencies of searching, with the current state of copies. A library without an index has some dozen records, of which each
 * search reads all.
 */
export const searchDeps = (runtime: Runtime) => {
  const items = itemStore(openTable(runtime));
  const inTable: Find = async (...search) => (await import('./data/find-in-table.ts')).findInTable(runtime, ...search);
  if (runtime.environment.isPractice) return { items, find: inTable };
  const { engine, family } = engineDeps(runtime);
  const inIndex: Find = (...search) => findRecords(engine, family, ...search);
  return { items, find: inIndex };
};

export const facetDeps = (runtime: Runtime) => {
  const { engine, family } = engineDeps(runtime);
  return {
    facetValues: (...[facet, typed, search]: Tail<Parameters<typeof facetValues>>) =>
      facetValues(engine, family, facet, typed, search),
  };
};

export const suggestDeps = (runtime: Runtime) => {
  const { engine, family } = engineDeps(runtime);
  return {
    /** Suggests headings of one list, or of all when none is named. */
    suggestHeadings: (
      list: SuggestedList | undefined,
      typed: string,
      viewer: Viewer,
      members: readonly string[] | undefined,
    ) => suggestHeadings(engine, family, list === undefined ? allSuggested : [list], typed, viewer, members),
  };
};

export const relatedDeps = (runtime: Runtime) => {
  const { engine, family } = engineDeps(runtime);
  return {
    relatedTitles: (recordId: string, members: readonly string[], viewer: Viewer) =>
      relatedTitles(engine, family, recordId, members, viewer),
  };
};

/** Returns the dependencies of the page of a search that works without JavaScript. */
export const searchHtmlDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  return { ...searchDeps(runtime), site: () => siteAddress(runtime), directory: () => readDirectory(table) };
};
export type SearchHtmlDeps = ReturnType<typeof searchHtmlDeps>;

/** Returns the dependencies of the page of a record that works without JavaScript. */
export const recordHtmlDeps = (runtime: Runtime) => {
  const deps = exportDeps(runtime);
  return { ...deps, directory: () => readDirectory(deps.table) };
};
export type RecordHtmlDeps = ReturnType<typeof recordHtmlDeps>;

/** Returns the dependencies of the sitemap. */
export const sitemapDeps = (runtime: Runtime) => {
  const { engine, family } = engineDeps(runtime);
  return {
    site: () => siteAddress(runtime),
    recordIds: (part: Parameters<typeof publicRecordIds>[2]) => publicRecordIds(engine, family, part),
  };
};
export type SitemapDeps = ReturnType<typeof sitemapDeps>;

/**
 * Returns the dependencies of the home page: the content of libraries, their branches, and the records of recommended titles that the index
 * shows to everybody. Without an index no title is shown.
 */
export const homeDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  return {
    content: homeContentStore(table),
    directory: () => readDirectory(table),
    unionOf: (recordId: string) => savedUnion(table, recordId),
    publicHits: async (recordIds: readonly string[]) => {
      if (runtime.environment.isPractice) return [];
      const { engine, family } = engineDeps(runtime);
      return hitsById(engine, family, recordIds, { kind: 'anonymous' });
    },
  };
};
export type HomeDeps = ReturnType<typeof homeDeps>;

/** Returns the dependencies of changing the home content of a library. */
export const homeContentDeps = (runtime: Runtime) => {
  const { table, sources } = recordDeps(runtime);
  return { table, sources, content: homeContentStore(table), branches: branchStore(table) };
};
export type HomeContentDeps = ReturnType<typeof homeContentDeps>;

/** Returns the dependencies of choosing the providers of covers. */
export const coverProviderDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  const reach = reachOf(runtime);
  return { providers: coverProviderStore(table), reach, leadsToPrivate: (url: string) => leadsToPrivate(url, reach) };
};
export type CoverProviderDeps = ReturnType<typeof coverProviderDeps>;

/** Returns the dependencies of reading the providers of covers, and whether any cover was uploaded. */
export const coverCreditDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  return { providers: coverProviderStore(table), uploads: uploadedCoverStore(table) };
};
export type CoverCreditDeps = ReturnType<typeof coverCreditDeps>;

/** For how long a container uses the providers that it read, in milliseconds. */
const PROVIDERS_READ_FOR = 60_000;

/** Returns the dependencies of showing covers: the files of those that were found, and what asks the providers for others. */
export const coverDeps = (runtime: Runtime) => {
  const { table, sources } = recordDeps(runtime);
  const { providers, reach } = coverProviderDeps(runtime);
  const chosen = cachedFor(PROVIDERS_READ_FOR, () => providers.get());
  return {
    ...{ files: coverFiles(openBucket(runtime)), uploads: uploadedCoverStore(table) },
    chosen: (now: number) => chosen('', now),
    unionOf: (recordId: string) => savedUnion(table, recordId),
    isPublic: async (recordId: string) => {
      const sources = (await findRecord(table, recordId))?.now.sources ?? [];
      return sources.length > 0 && isSeenBy(table, sources, everybody);
    },
    numbersOf: (recordId: string, now: number) => publicNumbers({ table, leads: sources.leads }, recordId, now),
    ask: coverAsking((request) => read(request, reach)),
  };
};
export type CoverDeps = ReturnType<typeof coverDeps>;

/** Returns the dependencies of uploading covers. */
export const uploadDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  return {
    ...{ files: coverFiles(openBucket(runtime)), uploads: uploadedCoverStore(table) },
    find: async (recordId: string) => (await findRecord(table, recordId, { strong: true }))?.now,
  };
};
export type UploadDeps = ReturnType<typeof uploadDeps>;

/** Returns the dependencies of listing uploaded covers. */
export const uploadListDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  return { uploads: uploadedCoverStore(table), unionOf: (recordId: string) => savedUnion(table, recordId) };
};
export type UploadListDeps = ReturnType<typeof uploadListDeps>;

type Tail<P> = P extends [unknown, unknown, ...infer Rest] ? Rest : never;

/** Returns the dependencies of reading records, with their MARC wherever it is stored. */
export const recordDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  return { table, sources: sourceStore(table, openBucket(runtime)) };
};

export const exportDeps = (runtime: Runtime) => ({ ...recordDeps(runtime), site: () => siteAddress(runtime) });

/** Returns the stores of patrons' lists; `ownerOf` returns the current id of the requesting patron, undefined for one who is erased. */
export const listDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  const patrons = patronStore(table);
  return {
    table,
    lists: patronLists(table),
    shares: sharedLists(table),
    ownerOf: async (actor: Actor | undefined): Promise<string | undefined> =>
      (await patrons.status(patronOf(actor).id))?.patronId,
  };
};

/** Returns the store of patrons' saved searches; `ownerOf` as in `listDeps`. */
export const savedSearchDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  const patrons = patronStore(table);
  return {
    searches: savedSearches(table),
    ownerOf: async (actor: Actor | undefined): Promise<string | undefined> =>
      (await patrons.status(patronOf(actor).id))?.patronId,
  };
};
export type SavedSearchDeps = ReturnType<typeof savedSearchDeps>;

/** Returns the dependencies of reading what is known of the reliability of the deployment. */
export const reliabilityDeps = (runtime: Runtime) => ({ reliability: reliabilityStore(openTable(runtime)) });
export type ReliabilityDeps = ReturnType<typeof reliabilityDeps>;

/** Returns the dependencies of checking whether the site answers: `ask` requests an address of it. */
export const siteCheckDeps = (runtime: Runtime) => {
  const reach = reachOf(runtime);
  return {
    ...reliabilityDeps(runtime),
    site: () => siteAddress(runtime),
    ask: (request: OutboundRead) => read(request, reach),
  };
};
export type SiteCheckDeps = ReturnType<typeof siteCheckDeps>;

/** Returns the dependencies of the hourly work: looking up what arrived for saved searches, and checking the site. */
export const alertDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  const patrons = patronStore(table);
  return {
    ...siteCheckDeps(runtime),
    searches: savedSearches(table),
    /** Returns the library of a patron; undefined for one who is erased or merged. */
    memberOf: async (patronId: string): Promise<string | undefined> => {
      const status = await patrons.status(patronId);
      return status?.patronId === patronId ? status.homeMember : undefined;
    },
    arrivals: async (...[search, viewer, days]: Tail<Parameters<typeof arrivals>>) => {
      if (runtime.environment.isPractice) return { count: 0, recordIds: [] };
      const { engine, family } = engineDeps(runtime);
      return arrivals(engine, family, search, viewer, days);
    },
  };
};
export type AlertDeps = ReturnType<typeof alertDeps>;

export type ListDeps = ReturnType<typeof listDeps>;

export const listRecordDeps = (runtime: Runtime) => ({ ...listDeps(runtime), ...recordDeps(runtime) });
export type ListRecordDeps = ReturnType<typeof listRecordDeps>;
export const listPageDeps = (runtime: Runtime) => ({ ...listRecordDeps(runtime), ...engineDeps(runtime) });
export const listExportDeps = (runtime: Runtime) => ({ ...listDeps(runtime), ...exportDeps(runtime) });

const holdingDeps = (runtime: Runtime) => {
  const branches = branchStore(openTable(runtime));
  return {
    items: itemStore(openTable(runtime)),
    isils: isils(runtime),
    calendarOf: async (branchId: string) => (await branches.known(branchId, runtime.clock.now()))?.calendar,
  };
};

export const sruDeps = (runtime: Runtime) => ({
  ...engineDeps(runtime),
  ...holdingDeps(runtime),
  list: harvestList(openTable(runtime)),
  site: () => siteAddress(runtime),
});

export const oaiDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  return { table, list: harvestList(table), ...holdingDeps(runtime), site: () => siteAddress(runtime) };
};

export const sweepDeps = (runtime: Runtime) => {
  const { engine, family } = engineDeps(runtime);
  return { sweepTombstones: (now: number) => sweepTombstones(engine, family, now) };
};
export type SweepDeps = ReturnType<typeof sweepDeps>;
