import { createHash } from 'node:crypto';
import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { openEngine } from '../../../../layers/platform/search/client.ts';
import { familyOf } from '../../../catalogue/public/versions.ts';
import { viewerOf } from '../../../catalogue/public/viewer.ts';
import { viewerTokens } from '../../../catalogue/public/visibility.ts';
import { itemStore } from '../../../items/public/item-store.ts';
import { liveHits } from '../../data/search-index/hits.ts';
import { searchIndex } from '../../data/search-index/search.ts';
import { type BrowseScope, recordsQuery } from '../../domain/browse/browse-query.ts';
import { readPlace } from '../../domain/browse/place.ts';
import { readCursor, writeCursor } from '../../domain/query/cursor.ts';
import type { After } from '../../domain/query/query.ts';
import { contract } from './contract.ts';

const PAGE = 20;

/** Headings are leafed by what stands behind a record, never by place. */
const behindOf = (after: After | undefined) => (after && 'behind' in after ? after.behind : undefined);

/** A short name of a heading's list and of who may see what: a cursor of another one is of no use here. */
const nameOf = ({ list, members, viewer }: BrowseScope, key: string): string =>
  createHash('sha256')
    .update(JSON.stringify([list, members, viewerTokens(viewer), key]))
    .digest('base64url')
    .slice(0, 16);

export const handler = handle(
  contract,
  (runtime) => ({ engine: openEngine(runtime), family: familyOf(runtime), items: itemStore(openTable(runtime)) }),
  async ({ actor, path: { list }, query }, { engine, family, items }) => {
    const scope: BrowseScope = { list, members: query.member ?? [], viewer: viewerOf(actor) };
    const key = readPlace(query.at);
    if (!key) return refuse('unknown-place', 'This is no place of a list.', '/query/at');
    const search = nameOf(scope, key);
    const later = query.after === undefined ? undefined : readCursor(query.after, search, 'text');
    if (query.after !== undefined && later === undefined)
      return refuse('bad-cursor', 'This cursor belongs to another list.', '/query/after');
    const { total, hits } = await searchIndex(engine, family, recordsQuery(scope, key, PAGE, behindOf(later?.after)));
    const last = hits.length === PAGE ? hits.at(-1) : undefined;
    return answer({
      total,
      hits: await liveHits(items, hits, scope.viewer),
      ...(last ? { next: writeCursor({ search, relaxed: false, after: { behind: last.sort } }) } : {}),
    });
  },
);
