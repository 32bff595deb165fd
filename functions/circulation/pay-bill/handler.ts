import { decidePayment } from '../../../layers/domain/circulation/payment.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { circulationHouse } from '../house.ts';
import { moveMoney } from '../move-money.ts';
import { billView } from '../views.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationHouse, async ({ actor, body, now }, { ids, ...house }) => {
  const { billId, amount, means } = body;
  const entryId = ids.next('entry', now);
  const outcome = await moveMoney(house, { actor, body, now, means }, async ({ patronId }, act, reading) => {
    const bill = await house.bills.get(patronId, billId, reading);
    if (!bill) return refuse('unknown-bill', 'The patron has no such bill.', '/body/billId');
    const decided = decidePayment(bill, { ...act, amount, entryId });
    return 'refused' in decided ? decided : { decided, bills: [bill] };
  });
  if ('refused' in outcome) return outcome;
  const { receiptNumber, owed, bills } = outcome.done;
  const [bill] = bills;
  if (bill === undefined) throw new Error('A payment moved no bill.');
  return answer({ receiptNumber, bill: billView(bill), paid: amount, owed });
});
