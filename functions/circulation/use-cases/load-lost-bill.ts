import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { CirculationStores, Consistency } from '../data/circulation-stores.ts';

/** Loads the open amount of a lost item's charge; only when its owner stops refunding payments after some days (C73). */
export const loadLostBill = async (
  { bills }: CirculationStores,
  { loan }: ItemCirculation,
  reading: Consistency,
): Promise<{ lostBill?: { open: number } }> => {
  if (loan?.lost === undefined || loan.terms.creditDays === undefined) return {};
  const bill = await bills.get(loan.patronId, loan.lost.billId, reading);
  return bill ? { lostBill: { open: bill.open } } : {};
};
