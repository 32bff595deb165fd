import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { CirculationDeps } from '../deps.ts';
import { waivedOf } from '../domain/money/bill-line.ts';
import { decideWaiver } from '../domain/money/waiver.ts';
import { staffBillView } from '../schemas/views.ts';
import { deskMoney, type MoneyDone, type MoneyRequest, moveMoney } from './move-money.ts';
import { refuseAboveLimit } from './supervisor-override.ts';

type Waived = ReturnType<typeof waivedAs>;
type Input = {
  actor: MoneyRequest['actor'];
  body: MoneyRequest['body'] & { billId: string; amount: number; reason: string };
  now: number;
  keep: Keep<Waived>;
};

const waivedAs = (waived: number, { receiptNumber, owed, bills: [bill] }: MoneyDone) => {
  if (bill === undefined) throw new Error('A waiver moved no bill.');
  return { receiptNumber, bill: staffBillView(bill), waived, owed };
};

/** Waives an amount of a bill: desk staff up to the limit of the policy, a supervisor any amount. */
export const waiveBill = async (deps: CirculationDeps, { actor, body, now, keep }: Input) => {
  const { billId, branchId, amount, reason } = body;
  const { waiveLimit } = await deskMoney(deps, { now, branchId });
  const entryId = deps.ids.next('entry', now);
  const outcome = await moveMoney(
    deps,
    { actor, body, now, keep: (done) => keep(waivedAs(amount, done)) },
    async ({ patronId }, act, consistency) => {
      const bill = await deps.bills.get(patronId, billId, consistency);
      if (!bill) return refuse('unknown-bill', 'The patron has no such bill.', '/body/billId');
      // Earlier waivers of the bill count: several small ones do not pass the limit.
      const detail = `Desk staff waive up to ${waiveLimit} of a bill by themselves.`;
      const isAbove = waivedOf(bill.lines) + amount > waiveLimit;
      const above = isAbove ? refuseAboveLimit(actor, branchId, detail, '/body/amount') : undefined;
      if (above) return above;
      const decided = decideWaiver(bill, { ...act, amount, entryId, reason });
      return 'refused' in decided ? decided : { decided, bills: [bill] };
    },
  );
  return 'refused' in outcome ? outcome : answer(waivedAs(amount, outcome.done));
};
