import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { circulationDeps } from '../../deps.ts';
import { waivedOf } from '../../domain/bill-line.ts';
import { decideWaiver } from '../../domain/waiver.ts';
import { staffBillView } from '../../schemas/views.ts';
import { deskMoney, type MoneyDone, moveMoney } from '../../use-cases/move-money.ts';
import { supervises } from '../../use-cases/supervisor-override.ts';
import { contract } from './contract.ts';

const waivedAs = (waived: number, { receiptNumber, owed, bills: [bill] }: MoneyDone) => {
  if (bill === undefined) throw new Error('A waiver moved no bill.');
  return { receiptNumber, bill: staffBillView(bill), waived, owed };
};

export const handler = handle(contract, circulationDeps, async ({ actor, body, now, keep }, { ids, ...house }) => {
  const { billId, branchId, amount, reason } = body;
  const { waiveLimit } = await deskMoney(house, now);
  const entryId = ids.next('entry', now);
  const outcome = await moveMoney(
    house,
    { actor, body, now, keep: (done) => keep(waivedAs(amount, done)) },
    async ({ patronId }, act, reading) => {
      const bill = await house.bills.get(patronId, billId, reading);
      if (!bill) return refuse('unknown-bill', 'The patron has no such bill.', '/body/billId');
      // What was waived of it before counts: the limit is not passed in small parts.
      if (waivedOf(bill.lines) + amount > waiveLimit && !supervises(actor, branchId))
        return refuse(
          'needs-supervisor',
          `Desk staff waive up to ${waiveLimit} of a bill by themselves.`,
          '/body/amount',
        );
      const decided = decideWaiver(bill, { ...act, amount, entryId, reason });
      return 'refused' in decided ? decided : { decided, bills: [bill] };
    },
  );
  if ('refused' in outcome) return outcome;
  return answer(waivedAs(amount, outcome.done));
});
