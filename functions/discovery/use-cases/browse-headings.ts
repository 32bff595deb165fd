import { shortDigest } from '../../../layers/kernel/text/digest.ts';
import type { Engine } from '../../../layers/platform/search/client.ts';
import { typedKeys } from '../../catalogue/public/typed-keys.ts';
import { viewerTokens } from '../../catalogue/public/viewer-tokens.ts';
import type { ItemStore } from '../../items/public/item-store.ts';
import { browseIndex, placeOf } from '../data/search-index/browse.ts';
import { liveHits } from '../data/search-index/hits.ts';
import { searchIndex } from '../data/search-index/search.ts';
import { type BrowseScope, recordsQuery } from '../domain/browse/browse-query.ts';
import type { BrowseView } from '../domain/browse/browse-views.ts';
import { readPlace } from '../domain/browse/place.ts';
import { readCursor, writeCursor } from '../domain/query/cursor.ts';
import type { After } from '../domain/query/query.ts';

/** Headings on a page before and after its position. */
const BEFORE = 3;
const AFTER = 17;
/** Records on a page of a heading. */
const PAGE = 20;

type Index = { engine: Engine; family: string };
type BrowseRequest = {
  at?: string | undefined;
  from?: string | undefined;
  before?: number | undefined;
  after?: number | undefined;
};

/** Returns a page of a list of headings around a position or around the typed text. Undefined for an invalid position. */
export const browseHeadings = async (
  { engine, family }: Index,
  scope: BrowseScope,
  { at, from = '', before = BEFORE, after = AFTER }: BrowseRequest,
): Promise<BrowseView | undefined> => {
  const places = at === undefined ? typedKeys(scope.list, from) : [readPlace(at)];
  const known = places.filter((place) => place !== undefined);
  if (known.length === 0) return undefined;
  const place = await placeOf(engine, family, scope, known);
  return browseIndex(engine, family, scope, place, { before, after });
};

/** Returns the record after which a page continues: pages of a heading's records never continue at a rank. */
const behindOf = (after: After | undefined) => (after && 'behind' in after ? after.behind : undefined);

/** Returns a short name of a heading's records and their viewer: a cursor belongs to one list. */
const nameOf = ({ list, members, viewer }: BrowseScope, key: string): string =>
  shortDigest(JSON.stringify([list, members, viewerTokens(viewer), key])).slice(0, 16);

/** Returns a page of the records that have a heading. */
export const listHeadingRecords = async (
  { engine, family, items }: Index & { items: ItemStore },
  scope: BrowseScope,
  { at, after: cursor }: { at: string; after?: string | undefined },
) => {
  const key = readPlace(at);
  if (!key) return 'unknown-place';
  const search = nameOf(scope, key);
  const later = cursor === undefined ? undefined : readCursor(cursor, search, 'text');
  if (cursor !== undefined && later === undefined) return 'bad-cursor';
  const { total, hits } = await searchIndex(engine, family, recordsQuery(scope, key, PAGE, behindOf(later?.after)));
  const last = hits.length === PAGE ? hits.at(-1) : undefined;
  return {
    total,
    hits: await liveHits(items, hits, scope.viewer),
    ...(last ? { next: writeCursor({ search, relaxed: false, after: { behind: last.sort } }) } : {}),
  };
};
