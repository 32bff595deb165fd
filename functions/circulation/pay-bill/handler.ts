import { payBill } from '../../../layers/data/bill-store.ts';
import { lostSettlement } from '../../../layers/data/settle-lost.ts';
import { decidePayment } from '../../../layers/domain/circulation/payment.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { iso } from '../../../layers/runtime/clock.ts';
import { findPatron } from '../find.ts';
import { circulationHouse } from '../house.ts';
import { billView } from '../views.ts';
import { contract } from './contract.ts';

const TRIES = 4;

export const handler = handle(contract, circulationHouse, async ({ body, now }, { ids, ...house }) => {
  const { branchId, billId, amount } = body;
  const receiptNumber = ids.next('entry', now);
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const reading = { strong: attempt > 0 };
    const patron = await findPatron(house, body, reading);
    if ('refused' in patron) return patron;
    const bill = await house.bills.get(patron.patronId, billId, reading);
    if (!bill) return refuse('unknown-bill', 'The patron has no such bill.', '/body/billId');
    const payment = decidePayment(bill, { amount, branchId, at: iso(now), entryId: receiptNumber });
    if ('refused' in payment) return payment;
    const { open } = payment;
    const settles = await lostSettlement(house.table, bill, open, { at: iso(now), branchId, ...reading });
    if (await payBill(house.table, bill, payment, settles)) {
      const owed = patron.counters.owed - amount;
      return answer({ receiptNumber, bill: billView({ ...bill, open }), paid: amount, owed });
    }
  }
  return refuse('changed-meanwhile', 'Others took money for this bill at the same time.');
});
