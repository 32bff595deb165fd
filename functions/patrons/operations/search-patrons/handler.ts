import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { patronsDeps } from '../../deps.ts';
import { findPatrons } from '../../use-cases/search-patrons.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, async ({ body, now }, deps) => {
  const found = await findPatrons(deps, body, iso(now).slice(0, 10));
  return found === 'bad-cursor' ? refuse('bad-cursor', 'Begin the list anew.', '/body/after') : answer(found);
});
