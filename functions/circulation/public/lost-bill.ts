import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { billStore } from '../data/bill-store.ts';
import type { CheckinRequest } from '../domain/checkin/checkin-request.ts';
import { loadLostBill } from '../use-cases/load-lost-bill.ts';

/** The bills of a lost item as far as its return needs them (C73). */
export type LostBills = Pick<CheckinRequest, 'lostBill' | 'feeBill'>;

/** Reads the bills of a lost item, strongly; nothing for any other. */
export const lostBillsOf = (table: Table) => {
  const bills = billStore(table);
  return (item: ItemCirculation): Promise<LostBills> => loadLostBill({ bills }, item, { strong: true });
};
