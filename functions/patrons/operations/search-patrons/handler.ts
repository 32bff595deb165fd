import { isFullSignIn } from '../../../../layers/platform/http/assurance.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { patronsDeps } from '../../deps.ts';
import { findPatrons } from '../../use-cases/search-patrons.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, async ({ actor, body, now }, deps) => {
  // Page by page it is a list of all patrons.
  if (body.text === undefined && !isFullSignIn(actor))
    return refuse('full-sign-in-needed', 'Search by text, or sign in fully.', '/body/text');
  const found = await findPatrons(deps, body, iso(now).slice(0, 10));
  return found === 'bad-cursor' ? refuse('bad-cursor', 'Begin the list anew.', '/body/after') : answer(found);
});
