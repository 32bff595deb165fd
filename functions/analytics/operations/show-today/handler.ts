import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { todayDeps } from '../../deps.ts';
import { worksAt } from '../../domain/today-roles.ts';
import { showToday } from '../../use-cases/show-today.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, todayDeps, async ({ actor, query: { branch }, now }, deps) => {
  const staff = staffOf(actor);
  if (branch !== undefined && !worksAt(staff.grants, branch))
    return refuse('not-your-branch', 'You do not work at this branch.', '/query/branch');
  return answer(await showToday(deps, { actor: staff, branch, now }));
});
