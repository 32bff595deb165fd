import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { CirculationDeps } from '../deps.ts';
import { decidePayOut, decideSetOff } from '../domain/money/refund.ts';
import { billView } from '../schemas/views.ts';
import {
  deskMoney,
  type MoneyDone,
  type MoneyRequest,
  moveMoney,
  refuseClosedTill,
  refuseMeans,
} from './move-money.ts';
import { refuseAboveLimit } from './supervisor-override.ts';

type Input = {
  actor: MoneyRequest['actor'];
  body: MoneyRequest['body'] & { billId: string; payOut?: { means: string } | undefined };
  now: number;
  keep: Keep<ReturnType<typeof refundedAs>>;
};

const refundedAs = ({ receiptNumber, owed, bills }: MoneyDone) => ({
  receiptNumber,
  bills: bills.map((bill) => billView(bill)),
  owed,
});

/** Refunds the credit of a bill: pays it out at the desk, or sets it against the patron's other open bills. */
export const refundCredit = async (deps: CirculationDeps, { actor, body, now, keep }: Input) => {
  const { billId, branchId, payOut } = body;
  const money = await deskMoney(deps, { now, branchId });
  const { refundLimit } = money;
  const unknown = payOut && refuseMeans(money, payOut.means, '/body/payOut/means');
  if (unknown) return unknown;
  const entryId = () => deps.ids.next('entry', now);
  const request = { actor, body, now, means: payOut?.means, keep: (done: MoneyDone) => keep(refundedAs(done)) };
  const outcome = await moveMoney(deps, request, async ({ patronId }, act, consistency, day) => {
    const bill = await deps.bills.get(patronId, billId, consistency);
    if (!bill) return refuse('unknown-bill', 'The patron has no such bill.', '/body/billId');
    if (payOut === undefined) {
      const others = await deps.bills.open(patronId, consistency);
      const decided = decideSetOff(bill, others, { ...act, entryId });
      return 'refused' in decided ? decided : { decided, bills: [bill, ...others] };
    }
    const detail = `Desk staff pay out up to ${refundLimit} by themselves.`;
    const above = -bill.open > refundLimit ? refuseAboveLimit(actor, branchId, detail, '/body/payOut') : undefined;
    if (above) return above;
    const closed = await refuseClosedTill(deps, branchId, day, consistency);
    if (closed) return closed;
    const decided = decidePayOut(bill, { ...act, entryId });
    return 'refused' in decided ? decided : { decided, bills: [bill] };
  });
  return 'refused' in outcome ? outcome : answer(refundedAs(outcome.done));
};
