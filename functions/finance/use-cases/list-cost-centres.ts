import { byCostCentre } from '../../../layers/records/ledger/domain/cost-centres.ts';
import type { ledgerDeps } from '../deps.ts';

/** Lists what is booked in a period on each cost centre of a member. */
export const listCostCentres = async (
  { ledger }: ReturnType<typeof ledgerDeps>,
  { period, member }: { period: string; member: string },
) => ({ period, costCentres: byCostCentre(await ledger.all(period), member) });
