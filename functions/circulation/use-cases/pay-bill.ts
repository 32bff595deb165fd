import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { CirculationDeps } from '../deps.ts';
import { decidePayments } from '../domain/money/payment.ts';
import type { BillView } from '../schemas/bills.ts';
import { billView } from '../schemas/views.ts';
import {
  deskMoney,
  type MoneyDone,
  type MoneyRequest,
  moveMoney,
  refuseClosedTill,
  refuseMeans,
} from './move-money.ts';

type Paid = { receiptNumber: string; bill: BillView; bills: BillView[]; paid: number; owed: number };
type Input = {
  actor: MoneyRequest['actor'];
  body: MoneyRequest['body'] & {
    billId: string;
    amount: number;
    also: readonly { billId: string; amount: number }[];
    means: string;
  };
  now: number;
  keep: Keep<Paid>;
};

const paidAs = (lines: readonly { amount: number }[], { receiptNumber, owed, bills: moved }: MoneyDone): Paid => {
  const bills = moved.map((bill) => billView(bill));
  const [bill] = bills;
  if (bill === undefined) throw new Error('A payment moved no bill.');
  return { receiptNumber, bill, bills, paid: lines.reduce((sum, line) => sum + line.amount, 0), owed };
};

/** Takes a payment for one or more bills of a patron under one receipt. */
export const payBill = async (deps: CirculationDeps, { actor, body, now, keep }: Input) => {
  const { billId, amount, also, means } = body;
  const unknown = refuseMeans(await deskMoney(deps, { now, branchId: body.branchId }), means, '/body/means');
  if (unknown) return unknown;
  const lines = [{ billId, amount }, ...also].map((line) => ({ ...line, entryId: deps.ids.next('entry', now) }));
  if (new Set(lines.map((line) => line.billId)).size < lines.length)
    return refuse('bill-twice', 'Each bill is named once in a payment.', '/body/also');
  const outcome = await moveMoney(
    deps,
    { actor, body, now, means, keep: (done) => keep(paidAs(lines, done)) },
    async ({ patronId }, act, consistency, day) => {
      const closed = await refuseClosedTill(deps, body.branchId, day, consistency);
      if (closed) return closed;
      const found = await Promise.all(lines.map((line) => deps.bills.get(patronId, line.billId, consistency)));
      const paid = lines.flatMap((line, i) => (found[i] ? [{ ...line, bill: found[i] }] : []));
      if (paid.length < lines.length) return refuse('unknown-bill', 'The patron has no such bill.', '/body/billId');
      const decided = decidePayments(paid, act);
      return 'refused' in decided ? decided : { decided, bills: paid.map(({ bill }) => bill) };
    },
  );
  return 'refused' in outcome ? outcome : answer(paidAs(lines, outcome.done));
};
