import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { openEngine } from '../../../../layers/platform/search/client.ts';
import { familyOf } from '../../../catalogue/public/versions.ts';
import { viewerOf } from '../../../catalogue/public/viewer.ts';
import { facetValues } from '../../data/search-index/facet-values.ts';
import { wishOf } from '../../use-cases/search-parameters.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ engine: openEngine(runtime), family: familyOf(runtime) }),
  async ({ actor, path: { facet }, query: { typed = '', near, ...sought } }, { engine, family }) => {
    const search = { wish: wishOf(sought), viewer: viewerOf(actor), near: near === '1' };
    return answer(await facetValues(engine, family, facet, typed, search));
  },
);
