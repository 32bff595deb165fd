import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { openEngine } from '../../../../layers/platform/search/client.ts';
import { typedKeys } from '../../../catalogue/public/heading.ts';
import { familyOf } from '../../../catalogue/public/versions.ts';
import { viewerOf } from '../../../catalogue/public/viewer.ts';
import { browseIndex, placeOf } from '../../data/search-index/browse.ts';
import { readPlace } from '../../domain/browse/place.ts';
import { contract } from './contract.ts';

const BEFORE = 3;
const AFTER = 17;

export const handler = handle(
  contract,
  (runtime) => ({ engine: openEngine(runtime), family: familyOf(runtime) }),
  async ({ actor, path: { list }, query }, { engine, family }) => {
    const places = query.at === undefined ? typedKeys(list, query.from ?? '') : [readPlace(query.at)];
    const known = places.filter((place) => place !== undefined);
    if (known.length === 0) return refuse('unknown-place', 'This is no place of a list.', '/query/at');
    const scope = { list, members: query.member ?? [], viewer: viewerOf(actor) };
    const { before = BEFORE, after = AFTER } = query;
    const place = await placeOf(engine, family, scope, known);
    return answer(await browseIndex(engine, family, scope, place, { before, after }));
  },
);
