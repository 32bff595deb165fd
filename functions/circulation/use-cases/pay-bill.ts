import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { CirculationDeps } from '../deps.ts';
import { decidePayments } from '../domain/money/payment.ts';
import { spreadPayment } from '../domain/money/spread-payment.ts';
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
    billId?: string | undefined;
    currency?: string | undefined;
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

/** Takes a payment that names no bill: it pays the open bills of a currency, oldest first. */
const payOldest = async (deps: CirculationDeps, { actor, body, now, keep }: Input) => {
  const { means, amount, currency, also } = body;
  if (also.length > 0) return refuse('unknown-bill', 'Name the first bill too.', '/body/billId');
  // A bill that the caller does not name shows no item: what a card alone borrowed is not for a machine.
  const shown = ({ bills, ...done }: MoneyDone): Paid =>
    paidAs([{ amount }], { ...done, bills: bills.map(({ itemId: _, ...bill }) => bill) });
  const outcome = await moveMoney(
    deps,
    { actor, body, now, means, keep: (done) => keep(shown(done)) },
    async ({ patronId }, act, consistency, day) => {
      const closed = await refuseClosedTill(deps, body.branchId, day, consistency);
      if (closed) return closed;
      const open = (await deps.bills.open(patronId, consistency)).filter((bill) => bill.currency === currency);
      if (!open.some((bill) => bill.open > 0)) return refuse('unknown-bill', 'No bill is open.', '/body/patron');
      const parts = spreadPayment(open, amount);
      if (!parts) return refuse('more-than-open', 'The bills are not open for that much.', '/body/amount');
      const paid = parts.flatMap(({ billId, amount: part }) => {
        const bill = open.find((one) => one.billId === billId);
        return bill ? [{ bill, amount: part, entryId: deps.ids.next('entry', now) }] : [];
      });
      const decided = decidePayments(paid, act);
      return 'refused' in decided ? decided : { decided, bills: paid.map(({ bill }) => bill) };
    },
  );
  return 'refused' in outcome ? outcome : answer(shown(outcome.done));
};

/** Takes a payment for one or more bills of a patron under one receipt. */
export const payBill = async (deps: CirculationDeps, { actor, body, now, keep }: Input) => {
  const { billId, amount, also, means } = body;
  const unknown = refuseMeans(await deskMoney(deps, { now, branchId: body.branchId }), means, '/body/means');
  if (unknown) return unknown;
  if (billId === undefined) return payOldest(deps, { actor, body, now, keep });
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
