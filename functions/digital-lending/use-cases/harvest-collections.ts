import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { Publication } from '../../../layers/protocols/opds/values.ts';
import { contributeRecords } from '../../catalogue/public/contribute-records.ts';
import { descriptionChecksum, titleKeyOf } from '../data/title-digest.ts';
import type { HarvestDeps } from '../deps.ts';
import { type Collection, type Harvest, isDue, LARGEST_FEED, TOO_LARGE } from '../domain/collection.ts';
import { ebookRecord, withdrawnRecord } from '../domain/ebook-record.ts';
import { licencesOf, localIdOf, type Title, titleOf } from '../domain/title.ts';
import type { FeedPage } from '../domain/vendor.ts';
import { secretNameOf } from './set-collection.ts';

type Harvesting = HarvestDeps & { ids: Ids };

/** A run works this long on a collection and continues with the next run, so that a large feed needs no longer function. */
const WORK_MS = 4 * 60_000;

const described = (title: Omit<Title, 'members' | 'seenBy' | 'v'>, publication: Publication) =>
  ebookRecord(localIdOf(title.collectionId, title.titleKey), publication, title.medium);

const isSame = (before: Title | undefined, checksum: string, members: readonly string[]): boolean =>
  before?.checksum === checksum && [...before.members].sort().join(' ') === [...members].sort().join(' ');

/** Stores the titles of a page, and a record for each member of the collection where a title is new or changed. */
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
  for (const { title } of once)
    await deps.titles.put({ ...title, members, seenBy: importId, v: known.get(title.titleKey)?.v ?? 0 });
  return page.unreadable + page.publications.length - read.length;
};

/** Withdraws the titles that a complete harvest did not see. */
const withdrawUnseen = async (deps: Harvesting, { collectionId }: Collection, importId: string, now: number) => {
  const all = await deps.titles.ofCollection(collectionId);
  const contributing = { table: deps.table, ids: deps.ids, rulesAt: deps.rulesAt, now, importId };
  for (const title of all.filter(({ seenBy }) => seenBy !== importId)) {
    const withdrawn = [withdrawnRecord(localIdOf(collectionId, title.titleKey))];
    for (const memberId of title.members) await contributeRecords(contributing, memberId, withdrawn);
    await deps.titles.remove(title);
  }
  return all.filter(({ seenBy }) => seenBy === importId);
};

const begun = ({ harvest, changedAt }: Collection, ids: Ids, now: number): Harvest => {
  if (harvest?.next !== undefined && harvest.startedAt >= changedAt) {
    const { problem: _, endedAt: __, ...rest } = harvest;
    return rest;
  }
  const counts = {
    titles: harvest?.titles ?? 0,
    licences: harvest?.licences ?? 0,
    unreadable: 0,
    pages: 0,
    entries: 0,
  };
  return { importId: ids.next('import', now), startedAt: iso(now), ...counts };
};

/**
 * Harvests a collection page by page, and continues where an earlier run stopped. A complete harvest withdraws what the feed no longer has;
 * one that fails, or whose feed is too large, withdraws nothing.
 */
const harvestOne = async (deps: Harvesting, before: Collection, clock: () => number): Promise<void> => {
  const startedAt = clock();
  const { importId, next, ...counts } = begun(before, deps.ids, startedAt);
  const { username, secretSince, collectionId } = before;
  const secret = secretSince && (await deps.secrets.read(secretNameOf(collectionId), secretSince, startedAt));
  const credentials = username !== undefined && secret ? { username, secret } : undefined;
  const vendor = deps.vendorOf(before);
  let [at, { unreadable, pages = 0, entries = 0 }] = [next, counts];
  const soFar = () => ({ importId, ...counts, unreadable, pages, entries });
  for (;;) {
    const page = await vendor.page(at, credentials);
    if ('failed' in page) {
      const ended = { endedAt: iso(clock()), problem: page.failed, ...(at !== undefined && { next: at }) };
      await deps.collections.saveHarvest(before, { ...soFar(), ...ended });
      return;
    }
    pages += 1;
    entries += page.ok.publications.length + page.ok.unreadable;
    if (pages > LARGEST_FEED.pages || entries > LARGEST_FEED.entries) {
      // Without the next page: the next harvest begins anew.
      await deps.collections.saveHarvest(before, { ...soFar(), endedAt: iso(clock()), problem: TOO_LARGE });
      return;
    }
    unreadable += await storePage(deps, before, importId, page.ok, clock());
    at = page.ok.next;
    if (at === undefined) break;
    if (clock() - startedAt > WORK_MS) {
      await deps.collections.saveHarvest(before, { ...soFar(), next: at });
      return;
    }
  }
  const titles = await withdrawUnseen(deps, before, importId, clock());
  const sums = { titles: titles.length, licences: licencesOf(titles), unreadable, pages, entries };
  await deps.collections.saveHarvest(before, { importId, startedAt: counts.startedAt, ...sums, endedAt: iso(clock()) });
};

/** Harvests the feeds of the collections that are due. A vendor that fails does not keep the others from their harvest. */
export const harvestCollections = async (deps: Harvesting, clock: () => number) => {
  const due = (await deps.collections.list()).filter((one) => isDue(one, clock()));
  for (const collection of due) await harvestOne(deps, collection, clock);
  return { harvested: due.length };
};
