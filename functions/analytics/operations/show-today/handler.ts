import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { todayDeps } from '../../deps.ts';
import { showToday } from '../../use-cases/show-today.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, todayDeps, async ({ actor, query: { branch, counts }, now }, deps) => {
  const today = await showToday(deps, { actor: staffOf(actor), branch, now, isWhole: counts === 'all' });
  if (today === 'not-your-branch') return refuse(today, 'You do not work at this branch.', '/query/branch');
  return answer(today);
});
