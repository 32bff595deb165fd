import { answer } from '../../../layers/platform/http/outcome.ts';
import type { CirculationDeps } from '../deps.ts';
import { billView } from '../schemas/views.ts';
import { accruedOf, billsOf } from './patron-account.ts';

/** Lists the bills of the signed-in patron, and the fines that accrue on open loans. `now` in epoch ms. */
export const listOwnBills = async (deps: CirculationDeps, patronId: string, now: number) => {
  const [bills, accrued] = await Promise.all([billsOf(deps, patronId, now, billView), accruedOf(deps, patronId, now)]);
  return answer({ ...bills, accrued });
};
