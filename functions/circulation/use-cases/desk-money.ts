import type * as z from 'zod';
import { defaultDeskMoney } from '../../../layers/records/policies/domain/desk-money.ts';
import { feesKind } from '../../../layers/records/policies/domain/fees.ts';
import type { CirculationStores } from '../data/circulation-stores.ts';
import type { deskMoneyViewSchema } from '../schemas/bills.ts';

/** Returns how desks handle money by the fees in force at a time (epoch ms), in the format of the API. */
export const deskMoneyAt = async (
  { policies }: Pick<CirculationStores, 'policies'>,
  now: number,
): Promise<z.input<typeof deskMoneyViewSchema>> => {
  const fees = (await policies.inForce(feesKind, now))?.body;
  const amounts = Object.entries(fees?.fees ?? {}).map(([fee, amount]) => ({ fee, amount }));
  return { ...(fees && { currency: fees.currency }), ...(fees?.desk ?? defaultDeskMoney), fees: amounts };
};
