import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { scenarioDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, scenarioDeps, async ({ query: { member, ...pageRequest } }, { figures }) => {
  if (member !== undefined) {
    const own = await figures.get(member);
    return answer({ figures: own ? [own] : [] });
  }
  const page = await figures.list(pageRequest);
  if (page === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  const { rows, ...next } = page;
  return answer({ figures: rows, ...next });
});
