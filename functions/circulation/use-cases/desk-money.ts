import type * as z from 'zod';
import { defaultDeskMoney } from '../../../layers/records/policies/domain/desk-money.ts';
import type { CirculationStores } from '../data/circulation-stores.ts';
import type { deskMoneyViewSchema } from '../schemas/bills.ts';
import { feesAt } from './fees-at.ts';

/** Returns how the desks of a branch handle money by the fees in force at a time (epoch ms), in the format of the API. */
export const deskMoneyAt = async (
  deps: Pick<CirculationStores, 'policies'>,
  where: { now: number; branchId: string },
): Promise<z.input<typeof deskMoneyViewSchema>> => {
  const fees = await feesAt(deps, where);
  const amounts = Object.entries(fees?.fees ?? {}).map(([fee, amount]) => ({ fee, amount }));
  return { ...(fees && { currency: fees.currency }), ...(fees?.desk ?? defaultDeskMoney), fees: amounts };
};
