import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { circulationDeps } from '../../deps.ts';
import { decidePayments } from '../../domain/payment.ts';
import { billView } from '../../schemas/views.ts';
import { deskMoney, type MoneyDone, moveMoney, refuseClosedTill, refuseMeans } from '../../use-cases/move-money.ts';
import { contract } from './contract.ts';

const paidAs = (lines: readonly { amount: number }[], { receiptNumber, owed, bills: moved }: MoneyDone) => {
  const bills = moved.map((bill) => billView(bill));
  const [bill] = bills;
  if (bill === undefined) throw new Error('A payment moved no bill.');
  return { receiptNumber, bill, bills, paid: lines.reduce((sum, line) => sum + line.amount, 0), owed };
};

export const handler = handle(contract, circulationDeps, async ({ actor, body, now, keep }, { ids, ...house }) => {
  const { billId, amount, also, means } = body;
  const unknown = refuseMeans(await deskMoney(house, now), means, '/body/means');
  if (unknown) return unknown;
  const lines = [{ billId, amount }, ...also].map((line) => ({ ...line, entryId: ids.next('entry', now) }));
  if (new Set(lines.map((line) => line.billId)).size < lines.length)
    return refuse('bill-twice', 'Each bill is named once in a payment.', '/body/also');
  const outcome = await moveMoney(
    house,
    { actor, body, now, means, keep: (done) => keep(paidAs(lines, done)) },
    async ({ patronId }, act, reading, day) => {
      const closed = await refuseClosedTill(house, body.branchId, day, reading);
      if (closed) return closed;
      const found = await Promise.all(lines.map((line) => house.bills.get(patronId, line.billId, reading)));
      const paid = lines.flatMap((line, i) => (found[i] ? [{ ...line, bill: found[i] }] : []));
      if (paid.length < lines.length) return refuse('unknown-bill', 'The patron has no such bill.', '/body/billId');
      const decided = decidePayments(paid, act);
      return 'refused' in decided ? decided : { decided, bills: paid.map(({ bill }) => bill) };
    },
  );
  if ('refused' in outcome) return outcome;
  return answer(paidAs(lines, outcome.done));
});
