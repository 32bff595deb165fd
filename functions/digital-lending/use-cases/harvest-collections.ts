import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { Publication } from '../../../layers/protocols/opds/values.ts';
import { contributeRecords } from '../../catalogue/public/contribute-records.ts';
import type { StoredPage } from '../data/page-store.ts';
import { descriptionChecksum, titleKeyOf } from '../data/title-digest.ts';
import type { HarvestDeps } from '../deps.ts';
import {
  type Collection,
  type Harvest,
  hasShrunk,
  isDue,
  LARGEST_FEED,
  SHRUNK,
  TOO_LARGE,
} from '../domain/collection.ts';
import { ebookRecord, withdrawnRecord } from '../domain/ebook-record.ts';
import { licencesOf, localIdOf, type Title, titleOf } from '../domain/title.ts';
import type { Asked, Credentials, DigitalVendor, FeedPage } from '../domain/vendor.ts';
import { secretNameOf } from './set-collection.ts';

type Harvesting = HarvestDeps & { ids: Ids };

/** A run works this long on a collection and continues with the next run, so that a large feed needs no longer function. */
const WORK_MS = 4 * 60_000;

const described = (title: Omit<Title, 'members' | 'seenBy' | 'v'>, publication: Publication) =>
  ebookRecord(localIdOf(title.collectionId, title.titleKey), publication, title.medium);

const stated = ({
  title,
  medium,
  borrow,
  entry,
  availability: { state, copies, free, waiting },
}: Omit<Title, 'seenBy'>) => JSON.stringify([title, medium, borrow, entry, state, copies, free, waiting]);

const isSame = (before: Title | undefined, checksum: string, members: readonly string[]): boolean =>
  before?.checksum === checksum && [...before.members].sort().join(' ') === [...members].sort().join(' ');

/**
 * Stores the titles of a page that are new or changed, with a record for each member of the collection where its description changed.
 * Returns the keys of all its titles, and how many entries are none.
 */
const storePage = async (deps: Harvesting, collection: Collection, importId: string, page: FeedPage, now: number) => {
  const { collectionId, members } = collection;
  const read = page.publications.flatMap((publication) => {
    const title = titleOf(collectionId, { publication, base: page.address }, { titleKeyOf, descriptionChecksum });
    return title ? [{ title, publication }] : [];
  });
  const once = [...new Map(read.map((one) => [one.title.titleKey, one])).values()];
  const known = new Map((await deps.titles.getMany(once.map((one) => one.title))).map((one) => [one.titleKey, one]));
  const changed = once.filter(({ title }) => !isSame(known.get(title.titleKey), title.checksum, members));
  const contributing = { table: deps.table, ids: deps.ids, rulesAt: deps.rulesAt, now, importId };
  const records = changed.map(({ title, publication }) => described(title, publication));
  for (const memberId of members) if (records.length > 0) await contributeRecords(contributing, memberId, records);
  for (const { title } of changed) {
    const gone = (known.get(title.titleKey)?.members ?? []).filter((one) => !members.includes(one));
    const withdrawn = [withdrawnRecord(localIdOf(collectionId, title.titleKey))];
    for (const memberId of gone) await contributeRecords(contributing, memberId, withdrawn);
  }
  // The titles last: a run that ends before is repeated, and the records of the page are then unchanged.
  for (const { title } of once) {
    const was = known.get(title.titleKey);
    const after = { ...title, members, v: was?.v ?? 0 };
    if (!was || !isSame(was, title.checksum, members) || stated(was) !== stated(after))
      await deps.titles.put({ ...after, seenBy: importId });
  }
  const titleKeys = once.map(({ title }) => title.titleKey);
  return { titleKeys, unreadable: page.unreadable + page.publications.length - read.length };
};

/** Withdraws the records of a title from its members, and then forgets the title: a run that ends before is repeated. */
const withdraw = async (deps: Harvesting, title: Title, by: { importId: string; now: number }): Promise<void> => {
  const contributing = { table: deps.table, ids: deps.ids, rulesAt: deps.rulesAt, ...by };
  const record = [withdrawnRecord(localIdOf(title.collectionId, title.titleKey))];
  for (const memberId of title.members) await contributeRecords(contributing, memberId, record);
  await deps.titles.remove(title);
};

/**
 * Withdraws the titles that are on no page that a complete harvest saw, and forgets the other pages. Withdraws nothing and returns
 * undefined when these are most titles, unless staff agreed: the feed of a vendor that fails may be empty.
 */
const withdrawUnseen = async (
  deps: Harvesting,
  { collectionId }: Collection,
  { importId, mayShrink }: Pick<Harvest, 'importId' | 'mayShrink'>,
  now: number,
): Promise<Title[] | undefined> => {
  const [all, pages] = [await deps.titles.ofCollection(collectionId), await deps.pages.ofCollection(collectionId)];
  const seen = new Set(pages.filter(({ seenBy }) => seenBy === importId).flatMap(({ titleKeys }) => titleKeys));
  const isSeen = ({ titleKey, seenBy }: Title): boolean => seen.has(titleKey) || seenBy === importId;
  if (mayShrink !== true && hasShrunk(all.length, all.filter(isSeen).length)) return undefined;
  for (const title of all.filter((one) => !isSeen(one))) await withdraw(deps, title, { importId, now });
  for (const page of pages.filter(({ seenBy }) => seenBy !== importId)) await deps.pages.remove(page);
  return all.filter(isSeen);
};

/** Withdraws the titles of a collection that has ended, and forgets its pages. A run that does not finish continues with the next run. */
const withdrawAll = async (deps: Harvesting, before: Collection, clock: () => number): Promise<void> => {
  const { collectionId } = before;
  const [now, importId] = [clock(), deps.ids.next('import', clock())];
  const titles = await deps.titles.ofCollection(collectionId);
  let withdrawn = 0;
  for (const title of titles) {
    if (clock() - now > WORK_MS) break;
    await withdraw(deps, title, { importId, now });
    withdrawn += 1;
  }
  const remaining = titles.slice(withdrawn);
  const counts = { titles: remaining.length, licences: licencesOf(remaining), unreadable: 0 };
  const state = { importId, startedAt: iso(now), ...counts };
  if (remaining.length === 0)
    for (const page of await deps.pages.ofCollection(collectionId)) await deps.pages.remove(page);
  await deps.collections.saveHarvest(before, { ...state, ...(remaining.length === 0 && { endedAt: iso(clock()) }) });
};

const begun = ({ harvest, changedAt }: Collection, ids: Ids, now: number): Harvest => {
  if (harvest?.next !== undefined && harvest.startedAt >= changedAt) {
    const { problem: _, endedAt: __, ...rest } = harvest;
    return rest;
  }
  const isAgreed = harvest?.problem === SHRUNK && harvest.startedAt < changedAt;
  const counts = {
    ...(isAgreed && { mayShrink: true }),
    titles: harvest?.titles ?? 0,
    licences: harvest?.licences ?? 0,
    unreadable: 0,
    pages: 0,
    entries: 0,
  };
  return { importId: ids.next('import', now), startedAt: iso(now), ...counts };
};

/** A run of a harvest: `known` has the pages as earlier harvests saw them, by address. */
type Run = { collection: Collection; importId: string; startedAt: string; known: ReadonlyMap<string, StoredPage> };

/**
 * Reads a page and stores what is new in it. A page that the vendor says is unchanged since the last harvest is only marked as seen, unless
 * staff changed the collection since.
 */
const harvestPage = async (
  deps: Harvesting,
  vendor: DigitalVendor,
  { collection, importId, startedAt, known: rows }: Run,
  { at, credentials, now }: { at: string | undefined; credentials: Credentials | undefined; now: number },
): Promise<Asked<StoredPage>> => {
  const { collectionId, address: first, changedAt } = collection;
  const address = at ?? first;
  const row = rows.get(address);
  const known = row && row.startedAt >= changedAt ? row : undefined;
  const page = await vendor.page(at, credentials, known?.etag);
  if ('failed' in page) return page;
  const seen = { seenBy: importId, startedAt };
  if (page.ok === 'unchanged') {
    if (!known) return { failed: 'vendor-unreadable' };
    const same = { ...known, ...seen };
    await deps.pages.put(same);
    return { ok: same };
  }
  const { etag, next } = page.ok;
  const found = await storePage(deps, collection, importId, page.ok, now);
  const stored: StoredPage = {
    ...{ collectionId, address, ...found, ...seen },
    entries: page.ok.publications.length + page.ok.unreadable,
    ...(etag !== undefined && { etag }),
    ...(next !== undefined && { next }),
  };
  // After its titles: a page is known only when they are stored.
  if (stored.titleKeys.length > 0) await deps.pages.put(stored);
  return { ok: stored };
};

/**
 * Harvests a collection page by page, and continues where an earlier run stopped. A complete harvest withdraws what the feed no longer has;
 * one that fails, or whose feed is too large or has lost most titles, withdraws nothing.
 */
const harvestOne = async (deps: Harvesting, before: Collection, clock: () => number): Promise<void> => {
  const startedAt = clock();
  const { importId, next, ...counts } = begun(before, deps.ids, startedAt);
  const { username, secretSince, collectionId } = before;
  const secret = secretSince && (await deps.secrets.read(secretNameOf(before), secretSince, startedAt));
  const credentials = username !== undefined && secret ? { username, secret } : undefined;
  const vendor = deps.vendorOf(before);
  let [at, { unreadable, pages = 0, entries = 0 }] = [next, counts];
  const soFar = () => ({ importId, ...counts, unreadable, pages, entries });
  const known = new Map((await deps.pages.ofCollection(collectionId)).map((page) => [page.address, page]));
  const run = { collection: before, importId, startedAt: counts.startedAt, known };
  for (;;) {
    const page = await harvestPage(deps, vendor, run, { at, credentials, now: clock() });
    if ('failed' in page) {
      const ended = { endedAt: iso(clock()), problem: page.failed, ...(at !== undefined && { next: at }) };
      await deps.collections.saveHarvest(before, { ...soFar(), ...ended });
      return;
    }
    pages += 1;
    entries += page.ok.entries;
    if (pages > LARGEST_FEED.pages || entries > LARGEST_FEED.entries) {
      // Without the next page: the next harvest begins anew.
      await deps.collections.saveHarvest(before, { ...soFar(), endedAt: iso(clock()), problem: TOO_LARGE });
      return;
    }
    unreadable += page.ok.unreadable;
    at = page.ok.next;
    if (at === undefined) break;
    if (clock() - startedAt > WORK_MS) {
      await deps.collections.saveHarvest(before, { ...soFar(), next: at });
      return;
    }
  }
  const titles = await withdrawUnseen(deps, before, { ...counts, importId }, clock());
  if (titles === undefined) {
    await deps.collections.saveHarvest(before, { ...soFar(), endedAt: iso(clock()), problem: SHRUNK });
    return;
  }
  const sums = { titles: titles.length, licences: licencesOf(titles), unreadable, pages, entries };
  await deps.collections.saveHarvest(before, { importId, startedAt: counts.startedAt, ...sums, endedAt: iso(clock()) });
};

/** Harvests the feeds of the collections that are due. A vendor that fails does not keep the others from their harvest. */
export const harvestCollections = async (deps: Harvesting, clock: () => number) => {
  const due = (await deps.collections.list()).filter((one) => isDue(one, clock()));
  for (const collection of due) await (collection.ended ? withdrawAll : harvestOne)(deps, collection, clock);
  return { harvested: due.length };
};
