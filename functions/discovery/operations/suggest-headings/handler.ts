import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { openEngine } from '../../../../layers/platform/search/client.ts';
import { familyOf } from '../../../catalogue/public/versions.ts';
import { viewerOf } from '../../../catalogue/public/viewer.ts';
import { allSuggested, suggestHeadings } from '../../data/search-index/suggest.ts';
import { writePlace } from '../../domain/browse/place.ts';
import { isTooShort } from '../../domain/browse/suggest.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ engine: openEngine(runtime), family: familyOf(runtime) }),
  async ({ actor, query: { q, list, member } }, { engine, family }) => {
    if (isTooShort(q)) return answer({ suggestions: [] });
    const lists = list === undefined ? allSuggested : [list];
    const found = await suggestHeadings(engine, family, lists, q, viewerOf(actor), member);
    return answer({ suggestions: found.map(({ list: of, text, key }) => ({ list: of, text, at: writePlace(key) })) });
  },
);
