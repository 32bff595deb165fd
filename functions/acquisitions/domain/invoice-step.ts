import * as z from 'zod';
import { daySchema } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { oneLine } from '../../../layers/kernel/text/typed-text.ts';
import type { Invoice, InvoiceState, OrdersById, Posted } from './invoice.ts';
import { invoicedOrder, withoutInvoice } from './invoice-match.ts';
import { encumberedBy, type Order } from './order.ts';
import { noSpending, type Spending } from './posting.ts';

const reason = oneLine(200);

/** A step that a person takes with an invoice. A reason approves one that does not match what was ordered and received. */
export const invoiceStepSchema = z.discriminatedUnion('act', [
  /** Approves it, or gives it to another person above the limit of its year. */
  z.strictObject({ act: z.literal('submit'), reason: reason.exactOptional() }),
  z.strictObject({ act: z.literal('approve'), reason: reason.exactOptional() }),
  z.strictObject({ act: z.literal('reject'), reason }),
  z.strictObject({ act: z.literal('pay'), on: daySchema, reference: oneLine(60) }),
  z.strictObject({ act: z.literal('cancel'), reason }),
]);
export type AskedInvoiceStep = z.infer<typeof invoiceStepSchema>;

/** From which states a step is taken. */
export const invoiceStepFrom: Record<AskedInvoiceStep['act'], readonly InvoiceState[]> = {
  submit: ['open'],
  approve: ['reviewed'],
  reject: ['reviewed'],
  pay: ['approved'],
  cancel: ['open', 'reviewed', 'approved', 'paid'],
};

/** Returns the state of an invoice after a step; `needsApproval` says whether another person approves it. */
export const stateAfter = ({ act }: AskedInvoiceStep, needsApproval: boolean): InvoiceState => {
  if (act === 'submit') return needsApproval ? 'reviewed' : 'approved';
  const states = { approve: 'approved', reject: 'open', pay: 'paid', cancel: 'cancelled' } as const;
  return states[act];
};

/** Returns whether another person must approve an invoice: it costs more than the limit of its year, or credits more. */
export const invoiceNeedsApproval = ({ total }: Pick<Invoice, 'total'>, approvalAbove: number | undefined): boolean =>
  approvalAbove !== undefined && Math.abs(total) > approvalAbove;

/** What a step changes beside the invoice: the orders, and the amounts of each fund. */
export type InvoiceChange = { orders: Order[]; funds: Posted['funds']; act: Posted['act'] };

const paid = (amount: number): Pick<Spending, 'expended' | 'credits'> =>
  amount > 0 ? { expended: amount, credits: 0 } : { expended: 0, credits: 0 - amount };

/** Returns what a posting of an act adds for an amount of a fund. */
const spendingFor = (act: Posted['act'], state: InvoiceState, amount: number): Spending => {
  if (act === 'approve') return { ...noSpending, awaiting: amount };
  if (act === 'pay') return { ...noSpending, ...paid(amount), awaiting: 0 - amount };
  if (state !== 'paid') return { ...noSpending, awaiting: 0 - amount };
  const { expended, credits } = paid(amount);
  return { ...noSpending, expended: 0 - expended, credits: 0 - credits };
};

const encumberedIn = (orders: readonly Order[]): Map<string, number> =>
  encumberedBy(orders.flatMap(({ lines }) => lines));

const fundsOf = (
  { spending, state }: Invoice,
  act: Posted['act'],
  before: readonly Order[],
  after: readonly Order[],
) => {
  const [was, is] = [encumberedIn(before), encumberedIn(after)];
  const amounts = new Map(spending.map(({ fund, amount }) => [fund, amount]));
  const codes = [...new Set([...amounts.keys(), ...was.keys(), ...is.keys()])];
  return codes.flatMap((fund) => {
    const spent = spendingFor(act, state, amounts.get(fund) ?? 0);
    const posted = { ...spent, encumbered: (is.get(fund) ?? 0) - (was.get(fund) ?? 0) };
    return Object.values(posted).some((sum) => sum !== 0) ? [{ fund, ...posted }] : [];
  });
};

/**
 * Returns what moving an invoice to a state changes. Approving spends its amounts and lowers what its orders encumber; paying moves them from awaiting
 * to expended, or to the credits; cancelling reverses what was posted, and its orders encumber again what it had released. Undefined when
 * nothing is posted.
 */
export const changeOf = (invoice: Invoice, after: InvoiceState, orders: OrdersById): InvoiceChange | undefined => {
  const named = [...orders.values()];
  const post = (act: Posted['act'], changed: Order[]): InvoiceChange => ({
    ...{ act, orders: changed },
    funds: fundsOf(invoice, act, changed.length === 0 ? [] : named, changed),
  });
  if (after === 'approved')
    return post(
      'approve',
      named.map((order) => invoicedOrder(order, invoice)),
    );
  if (after === 'paid') return post('pay', []);
  const wasPosted = invoice.state === 'approved' || invoice.state === 'paid';
  return after === 'cancelled' && wasPosted
    ? post(
        'cancel',
        named.map((order) => withoutInvoice(order, invoice)),
      )
    : undefined;
};
