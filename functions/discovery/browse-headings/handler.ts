import { browseIndex } from '../../../layers/data/search/browse.ts';
import { openEngine } from '../../../layers/data/search/client.ts';
import { familyOf } from '../../../layers/data/search/versions.ts';
import { headingKey } from '../../../layers/domain/discovery/browse/heading.ts';
import { readPlace } from '../../../layers/domain/discovery/browse/place.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { viewerOf } from '../../../layers/http/viewer.ts';
import { contract } from './contract.ts';

const BEFORE = 3;
const AFTER = 17;

export const handler = handle(
  contract,
  (runtime) => ({ engine: openEngine(runtime), family: familyOf(runtime) }),
  async ({ actor, path: { list }, query }, { engine, family }) => {
    const place = query.at === undefined ? headingKey(list, query.from ?? '') : readPlace(query.at);
    if (place === undefined) return refuse('unknown-place', 'This is no place of a list.', '/query/at');
    const scope = { list, members: query.member ?? [], viewer: viewerOf(actor) };
    const { before = BEFORE, after = AFTER } = query;
    return answer(await browseIndex(engine, family, scope, place, { before, after }));
  },
);
