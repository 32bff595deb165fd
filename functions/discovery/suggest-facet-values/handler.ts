import { facetValues } from '../../../layers/data/search/facet-values.ts';
import { familyOf } from '../../../layers/data/search/versions.ts';
import { viewerOf } from '../../../layers/http/viewer.ts';
import { handle } from '../../../layers/platform/http/handle.ts';
import { answer } from '../../../layers/platform/http/outcome.ts';
import { openEngine } from '../../../layers/platform/search/client.ts';
import { wishOf } from '../search-wish.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ engine: openEngine(runtime), family: familyOf(runtime) }),
  async ({ actor, path: { facet }, query: { typed = '', near, ...sought } }, { engine, family }) => {
    const search = { wish: wishOf(sought), viewer: viewerOf(actor), near: near === '1' };
    return answer(await facetValues(engine, family, facet, typed, search));
  },
);
