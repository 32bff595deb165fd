import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Engine } from '../../../layers/platform/search/client.ts';
import type { SourceStore } from '../../catalogue/public/source-store.ts';
import type { Viewer } from '../../catalogue/public/visibility.ts';
import { itemStore } from '../../items/public/item-store.ts';
import type { PatronLists } from '../data/patron-lists.ts';
import type { SavedUnion } from '../data/saved-union.ts';
import { liveHits } from '../data/search-index/hits.ts';
import { hitsById } from '../data/search-index/hits-by-id.ts';
import {
  behindPlace,
  inListOrder,
  type ListPlace,
  type SavedList,
  type SavedTitle,
  shownAsOne,
} from '../domain/lists/saved-lists.ts';
import { hitOfPage } from '../domain/page-hit.ts';
import type { Hit } from '../domain/views.ts';
import { readRecordPage } from './read-record-page.ts';

/** The dependencies of showing a list: the table with its source records, the search engine and the name of its index. */
export type ListPageDeps = { table: Table; sources: SourceStore; engine: Engine; family: string };

type Placed = { saved: SavedTitle; recordId: string };

/** Record ids resolved at a time. */
const AT_ONCE = 20;

/**
 * Selects the titles of a list after a position, each union record once, and returns whether there are more. Resolves each saved record id
 * to its current union record, as permalinks are, so that merges, splits and undos write nothing here. Takes all titles of the list, and
 * the function that resolves an id.
 */
export const oncePerRecord = async (
  titles: readonly SavedTitle[],
  { limit, after }: { limit: number; after?: ListPlace | undefined },
  unionOf: (recordId: string) => Promise<SavedUnion>,
): Promise<{ placed: Placed[]; isMore: boolean }> => {
  const ordered = inListOrder(titles);
  const coming = after ? behindPlace(ordered, after) : ordered;
  const placed: Placed[] = [];
  for (let at = 0; at < coming.length; at += AT_ONCE) {
    const some = coming.slice(at, at + AT_ONCE);
    const unions = await Promise.all(some.map(({ recordId }) => unionOf(recordId)));
    for (const [i, { recordId, recordIds }] of unions.entries()) {
      const saved = shownAsOne(ordered, recordIds);
      if (saved === undefined || saved.recordId !== some[i]?.recordId) continue;
      if (placed.length === limit) return { placed, isMore: true };
      placed.push({ saved, recordId });
    }
  }
  return { placed, isMore: false };
};

/** A title of a list as its patron sees it; without `hit` when the record is no longer visible. */
export type ShownTitle = { saved: SavedTitle; hit?: Hit };

/**
 * Returns the records of titles as a search does, with the current availability of their copies (`now`: epoch ms). Records that the index
 * does not show are read from the table: the index is updated later, and shows a record to its widest audience only.
 */
export const shownTitles = async (
  { table, sources, engine, family }: ListPageDeps,
  placed: readonly Placed[],
  viewer: Viewer,
  now: number,
): Promise<ShownTitle[]> => {
  const ids = placed.map(({ recordId }) => recordId);
  const found = await liveHits(itemStore(table), await hitsById(engine, family, ids, viewer), viewer);
  const byId = new Map(found.map((hit) => [hit.recordId, hit]));
  return Promise.all(
    placed.map(async ({ saved, recordId }) => {
      const known = byId.get(recordId);
      if (known) return { saved, hit: known };
      const page = await readRecordPage(table, sources, recordId, viewer, now);
      return page ? { saved, hit: hitOfPage(page) } : { saved };
    }),
  );
};

const PAGE = 20;

/** Returns a page of a patron's list. Undefined when the patron has no such list. */
export const showList = async (
  deps: ListPageDeps & { lists: PatronLists },
  { patronId, listId, after }: { patronId: string; listId: string; after: ListPlace | undefined },
  viewer: Viewer,
  now: number,
): Promise<{ list: SavedList; shown: ShownTitle[]; next: SavedTitle | undefined } | undefined> => {
  const list = (await deps.lists.read(patronId)).find((one) => one.listId === listId);
  if (!list) return undefined;
  const titles = await deps.lists.titles(patronId, listId);
  const { placed, isMore } = await oncePerRecord(titles, { limit: PAGE, after }, deps.lists.unionOf);
  const shown = await shownTitles(deps, placed, viewer, now);
  return { list, shown, next: isMore ? placed.at(-1)?.saved : undefined };
};
