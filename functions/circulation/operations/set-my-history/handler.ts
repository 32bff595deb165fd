import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { pastLoanDeps } from '../../deps.ts';
import { setReadingHistory } from '../../use-cases/set-reading-history.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, pastLoanDeps, async ({ actor, body: { on }, now }, deps) => {
  const outcome = await setReadingHistory(deps, patronOf(actor).id, on, now);
  if (outcome === 'gone') return refuse('gone', 'This patron is no longer here.');
  if (outcome === 'changed-meanwhile')
    return refuse('changed-meanwhile', 'The reading history was turned on meanwhile.');
  return answer({ on });
});
