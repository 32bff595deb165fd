import { openingWrites } from '../../functions/payments/data/payment-store.ts';
import type { OnlinePayment } from '../../functions/payments/domain/online-payment.ts';
import type { Table } from '../../layers/platform/dynamodb/table.ts';
import { systemIds } from '../../layers/platform/runtime/ids.ts';

/** Writes an open online payment of a patron's bill, of 7.00, with the account of ash or of another member. Returns it. */
export const anOpenPayment = async (
  table: Table,
  { patronId, billId, at, account = 'ash' }: { patronId: string; billId: string; at: string; account?: string },
): Promise<OnlinePayment> => {
  const payment: OnlinePayment = {
    ...{ paymentId: systemIds.next('online-payment', Date.parse(at)), account, patron: { patronId }, at },
    ...{
      lines: [{ billId, member: 'ash', amount: 700 }],
      amount: 700,
      currency: 'EUR',
      state: 'open',
      refunds: [],
      disputes: [],
      v: 1,
    },
  };
  await table.write(openingWrites(payment, patronId));
  return payment;
};
