import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { circulationDeps } from '../../deps.ts';
import { billView } from '../../schemas/views.ts';
import { accruedOf, billsOf } from '../../use-cases/patron-account.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, async ({ actor, now }, deps) => {
  const { id } = patronOf(actor);
  const [bills, accrued] = await Promise.all([billsOf(deps, id, now, billView), accruedOf(deps, id, now)]);
  return answer({ ...bills, accrued });
});
