import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Engine } from '../../../layers/platform/search/client.ts';
import type { SourceStore } from '../../catalogue/public/source-store.ts';
import type { Viewer } from '../../catalogue/public/visibility.ts';
import { itemStore } from '../../items/public/item-store.ts';
import type { SavedUnion } from '../data/saved-union.ts';
import { liveHits } from '../data/search-index/hits.ts';
import { hitsById } from '../data/search-index/hits-by-id.ts';
import { behindPlace, inListOrder, type ListPlace, type SavedTitle, shownAsOne } from '../domain/lists/saved-lists.ts';
import { hitOfPage } from '../domain/page-hit.ts';
import type { Hit } from '../domain/views.ts';
import { readRecordPage } from './record-page.ts';

/** Where the titles of a list are looked up: the table with its sources, the search engine and the name of the index in it. */
export type ListHouse = { table: Table; sources: SourceStore; engine: Engine; family: string };

type Placed = { saved: SavedTitle; recordId: string };

/** How many titles of a list lead somewhere at a time. */
const AT_ONCE = 20;

/**
 * The titles of a list behind a place, each union record once, and whether there are more: each is asked where it leads, as
 * permalinks are, so that no merge, split or undo had to write here. Takes all titles of the list, and what tells where one leads.
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

/** A title of a list as its patron sees it: `hit` where the record may be seen now; else it is in the catalogue no longer. */
export type ShownTitle = { saved: SavedTitle; hit?: Hit };

/**
 * The records of titles as a search shows them to a viewer, with their copies as they stand now (epoch ms). What the index does
 * not show is looked up in the table: the index follows a moment later, and shows a record to its widest audience only.
 */
export const shownTitles = async (
  { table, sources, engine, family }: ListHouse,
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
