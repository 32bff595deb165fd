import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { circulationDeps } from '../../deps.ts';
import { decidePayOut, decideSetOff } from '../../domain/refund.ts';
import { billView } from '../../schemas/views.ts';
import { deskMoney, type MoneyDone, moveMoney, refuseClosedTill, refuseMeans } from '../../use-cases/move-money.ts';
import { supervises } from '../../use-cases/supervisor-override.ts';
import { contract } from './contract.ts';

const refundedAs = ({ receiptNumber, owed, bills }: MoneyDone) => ({
  receiptNumber,
  bills: bills.map((bill) => billView(bill)),
  owed,
});

export const handler = handle(contract, circulationDeps, async ({ actor, body, now, keep }, { ids, ...house }) => {
  const { billId, branchId, payOut } = body;
  const money = await deskMoney(house, now);
  const { refundLimit } = money;
  const unknown = payOut && refuseMeans(money, payOut.means, '/body/payOut/means');
  if (unknown) return unknown;
  const entryId = () => ids.next('entry', now);
  const request = { actor, body, now, means: payOut?.means, keep: (done: MoneyDone) => keep(refundedAs(done)) };
  const outcome = await moveMoney(house, request, async ({ patronId }, act, reading, day) => {
    const bill = await house.bills.get(patronId, billId, reading);
    if (!bill) return refuse('unknown-bill', 'The patron has no such bill.', '/body/billId');
    if (payOut === undefined) {
      const others = await house.bills.open(patronId, reading);
      const decided = decideSetOff(bill, others, { ...act, entryId });
      return 'refused' in decided ? decided : { decided, bills: [bill, ...others] };
    }
    if (-bill.open > refundLimit && !supervises(actor, branchId))
      return refuse('needs-supervisor', `Desk staff pay out up to ${refundLimit} by themselves.`, '/body/payOut');
    const closed = await refuseClosedTill(house, branchId, day, reading);
    if (closed) return closed;
    const decided = decidePayOut(bill, { ...act, entryId });
    return 'refused' in decided ? decided : { decided, bills: [bill] };
  });
  if ('refused' in outcome) return outcome;
  return answer(refundedAs(outcome.done));
});
