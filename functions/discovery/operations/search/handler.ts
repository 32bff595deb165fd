import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { openEngine } from '../../../../layers/platform/search/client.ts';
import { familyOf } from '../../../catalogue/public/versions.ts';
import { viewerOf } from '../../../catalogue/public/viewer.ts';
import { itemStore } from '../../../items/public/item-store.ts';
import { findRecords } from '../../data/search-index/find-records.ts';
import { liveHits } from '../../data/search-index/hits.ts';
import { behind, leafingOf, readCursor, writeCursor } from '../../domain/query/cursor.ts';
import { nameOfSearch, wishOf } from '../../use-cases/search-parameters.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ engine: openEngine(runtime), family: familyOf(runtime), items: itemStore(openTable(runtime)) }),
  async ({ actor, query }, { engine, family, items }) => {
    const [wish, viewer] = [wishOf(query), viewerOf(actor)];
    const search = nameOfSearch(wish, viewer);
    const later = query.after === undefined ? undefined : readCursor(query.after, search, leafingOf(wish));
    if (query.after !== undefined && later === undefined)
      return refuse('bad-cursor', 'This cursor belongs to another search.', '/query/after');
    const page = await findRecords(engine, family, wish, viewer, later);
    const { total, relaxed, corrected = later?.corrected, suggestion, hits, facets } = page;
    const next = behind(wish, hits, later?.after);
    return answer({
      total,
      relaxed,
      ...(corrected === undefined ? {} : { corrected }),
      ...(suggestion === undefined ? {} : { suggestion }),
      hits: await liveHits(items, hits, viewer),
      ...(facets ? { facets } : {}),
      ...(next
        ? { next: writeCursor({ search, relaxed, ...(corrected === undefined ? {} : { corrected }), after: next }) }
        : {}),
    });
  },
);
