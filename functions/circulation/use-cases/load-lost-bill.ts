import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { billStore } from '../data/bill-store.ts';
import type { CirculationStores, Consistency } from '../data/circulation-stores.ts';
import type { CheckinRequest } from '../domain/checkin/checkin-request.ts';
import { waivedOf } from '../domain/money/bill-line.ts';

/** The bills of a lost item as far as its return needs them (C73). */
export type LostBills = Pick<CheckinRequest, 'lostBill' | 'feeBill'>;

/**
 * Loads the bills of a lost item as far as its return needs them (C73): the open amount of its charge when the owner stops refunding
 * payments after some days, and the processing fee when that is taken back.
 */
export const loadLostBill = async (
  { bills }: Pick<CirculationStores, 'bills'>,
  { loan }: ItemCirculation,
  reading: Consistency,
): Promise<LostBills> => {
  if (loan?.lost === undefined) return {};
  const { patronId, lost, terms } = loan;
  const feeBillId = terms.processingRefunded ? lost.feeBillId : undefined;
  const [bill, fee] = await Promise.all([
    terms.creditDays === undefined ? undefined : bills.get(patronId, lost.billId, reading),
    feeBillId === undefined ? undefined : bills.get(patronId, feeBillId, reading),
  ]);
  return {
    ...(bill && { lostBill: { open: bill.open } }),
    ...(fee && { feeBill: { billId: fee.billId, amount: fee.amount - waivedOf(fee.lines), open: fee.open } }),
  };
};

/** Returns a function that reads the bills of a lost item, strongly; nothing for any other. */
export const lostBillsOf = (table: Table) => {
  const bills = billStore(table);
  return (item: ItemCirculation): Promise<LostBills> => loadLostBill({ bills }, item, { strong: true });
};
