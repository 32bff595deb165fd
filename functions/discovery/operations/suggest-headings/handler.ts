import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { viewerOf } from '../../../catalogue/public/viewer.ts';
import { suggestDeps } from '../../deps.ts';
import { writePlace } from '../../domain/browse/place.ts';
import { isTooShort } from '../../domain/browse/suggest.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  suggestDeps,
  async ({ actor, query: { q, list, member } }, { suggestHeadings }) => {
    if (isTooShort(q)) return answer({ suggestions: [] });
    const found = await suggestHeadings(list, q, viewerOf(actor), member);
    return answer({ suggestions: found.map(({ list: of, text, key }) => ({ list: of, text, at: writePlace(key) })) });
  },
);
