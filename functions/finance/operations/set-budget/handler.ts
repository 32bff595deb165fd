import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { budgetDeps } from '../../deps.ts';
import { setBudget } from '../../use-cases/set-budget.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, budgetDeps, ({ actor, path, body: terms, now, keep }, deps) => {
  const { memberId: owner, ...place } = path;
  return setBudget(deps, { place: { owner, ...place }, terms, by: actorName(actor), now, keep });
});
