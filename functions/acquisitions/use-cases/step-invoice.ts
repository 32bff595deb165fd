import { dayInZone } from '../../../layers/kernel/calendar/time-zone.ts';
import { holds } from '../../../layers/kernel/identity/roles.ts';
import { retryOnConflict } from '../../../layers/platform/dynamodb/retry-on-conflict.ts';
import { actorName, type StaffActor } from '../../../layers/platform/http/actor.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import type { InvoiceDeps } from '../deps.ts';
import { type FiscalYear, postingsOn, toleranceOf } from '../domain/fiscal-year.ts';
import { levelsOf } from '../domain/fund.ts';
import { type Invoice, type OrdersById, ordersOf, takesInvoiceStep } from '../domain/invoice.ts';
import { hasTooManyInvoices, isHeld, matchesOf } from '../domain/invoice-match.ts';
import {
  type AskedInvoiceStep,
  changeOf,
  type InvoiceChange,
  invoiceNeedsApproval,
  invoiceStepFrom,
  stateAfter,
} from '../domain/invoice-step.ts';
import { type FundPosting, postingsOf } from '../domain/posting.ts';
import { vouchersOf } from '../domain/voucher.ts';
import { moneyParams, refuseFunds } from './refuse-funds.ts';

type Input = {
  place: { memberId: string; invoiceId: string };
  asked: { step: AskedInvoiceStep; v: number };
  actor: StaffActor;
  now: number;
  keep: Keep<Invoice>;
};

/** Who enters an invoice also submits it; the finance staff pay, and end what is approved; another person approves above the limit. */
const refuseActor = ({ place: { memberId: member }, asked: { step }, actor }: Input, invoice: Invoice) => {
  const has = (role: 'acquisitions' | 'member-finance' | 'member-admin'): boolean =>
    holds(actor.grants, role, { scope: 'member', member });
  if (step.act === 'approve' || step.act === 'reject') {
    if (!has('member-finance') && !has('member-admin'))
      return refuse('approvers-only', 'The finance staff and administrators approve invoices.');
    return step.act === 'approve' && invoice.preparedBy === actorName(actor)
      ? refuse('own-invoice', 'You prepared this invoice: another person approves it.')
      : undefined;
  }
  if (has('member-finance')) return undefined;
  const isPosted = invoice.state === 'approved' || invoice.state === 'paid';
  if (step.act === 'pay' || isPosted) return refuse('payers-only', 'The finance staff do this.');
  return has('acquisitions') ? undefined : refuse('invoices-only', 'The staff of acquisitions and finance do this.');
};

/** Answers a repeated approval or payment by name: nothing is posted twice. */
const refuseAgain = ({ act }: AskedInvoiceStep, { state }: Invoice) => {
  const isApproval = act === 'submit' || act === 'approve';
  if (isApproval && (state === 'approved' || state === 'paid'))
    return refuse('already-approved', 'It is approved already.');
  return act === 'pay' && state === 'paid' ? refuse('already-paid', 'It is paid already.') : undefined;
};

/** Loads an invoice for a step; refuses one that changed, and a step that its state or the person does not allow. */
const loaded = async ({ invoices }: InvoiceDeps, input: Input) => {
  const { place, asked } = input;
  const invoice = await invoices.get(place);
  if (!invoice) return refuse('unknown-vendor-invoice', 'The library has no such invoice.', '/path/invoiceId');
  const refusal = refuseAgain(asked.step, invoice) ?? refuseActor(input, invoice);
  if (refusal) return refusal;
  if (invoice.v !== asked.v) return refuse('changed-meanwhile', 'It is not as you read it.', '/body/v');
  if (!invoiceStepFrom[asked.step.act].includes(invoice.state))
    return refuse('invoice-state', `It is ${invoice.state}.`);
  return takesInvoiceStep(invoice) ? invoice : refuse('too-many-steps', 'It was changed too often.');
};

/** Refuses an invoice whose lines do not make up the sum that the vendor states, or that matches no order without a reason. */
const refuseText = (invoice: Invoice, step: AskedInvoiceStep, orders: OrdersById, year: FiscalYear | undefined) => {
  if (step.act !== 'submit' && step.act !== 'approve') return undefined;
  const { lockTotal, payable, foreign } = invoice;
  if (lockTotal !== undefined && lockTotal !== payable) {
    const params = moneyParams({ stated: lockTotal, computed: payable }, foreign?.currency ?? invoice.currency);
    const detail = `The vendor states ${lockTotal}, the lines make up ${payable}.`;
    return { refused: [{ code: 'lock-total-differs' as const, detail, params }] };
  }
  const draft = [...orders.values()].find(({ state }) => state === 'draft' || state === 'waiting');
  if (draft) return refuse('order-not-placed', `The order ${draft.number} was withdrawn.`, '/body/step');
  if (hasTooManyInvoices(invoice, orders))
    return refuse('too-many-invoices', 'A line of an order has too many invoices.');
  const matches = matchesOf(invoice, orders, toleranceOf(year ?? {}));
  return isHeld(matches) && step.reason === undefined
    ? refuse('invoice-held', 'It does not match what was ordered and received: state a reason.', '/body/step/reason')
    : undefined;
};

/** Returns what a change posts to each fund and those above it, as the funds are now. */
const postings = async ({ funds }: InvoiceDeps, invoice: Invoice, change: InvoiceChange): Promise<FundPosting[]> => {
  const found = new Map((await funds.list(invoice)).map((fund) => [fund.code, fund]));
  const isNew = new Set(invoice.spending.flatMap((one) => (one.isNew && change.act === 'approve' ? [one.fund] : [])));
  return postingsOf(
    change.funds.flatMap(({ fund: code, ...spending }) => {
      const fund = found.get(code);
      return fund ? [{ levels: levelsOf(found, fund), spending, isNew: isNew.has(code) }] : [];
    }),
  );
};

/** Returns what a step changes and posts; nothing when it posts nothing. Refuses what the year, the text or a fund does not allow. */
const posted = async (deps: InvoiceDeps, { asked: { step }, now }: Input, invoice: Invoice) => {
  const { memberId } = invoice;
  const year = (await deps.funds.years(memberId)).years.find((one) => one.year === invoice.year);
  const orders = await deps.orders.getAll(memberId, ordersOf(invoice));
  const refusal = refuseText(invoice, step, orders, year);
  if (refusal) return refusal;
  const state = stateAfter(step, invoiceNeedsApproval(invoice, year?.approvalAbove));
  const change = changeOf(invoice, state, orders);
  if (!change) return { state, orders: [], postings: [], posted: [] };
  const rolled = change.orders.find((order) => order.year !== invoice.year);
  if (rolled) return refuse('order-rolled', `${rolled.number} is an order of ${rolled.year} now.`);
  const day = year && dayInZone(year.timeZone, iso(now));
  if (!year || !day || !postingsOn(year, day).invoice)
    return refuse('year-takes-no-invoices', `${invoice.year} accepts no invoices today.`);
  const asked = await postings(deps, invoice, change);
  const entry = { act: change.act, day, funds: change.funds };
  return refuseFunds(asked, invoice.currency) ?? { state, orders: change.orders, postings: asked, posted: [entry] };
};

/** Takes a step with an invoice: the invoice, its orders and every fund change in one write, or nothing does. */
export const stepInvoice = (deps: InvoiceDeps, input: Input) =>
  retryOnConflict(`The invoice ${input.place.invoiceId}`, async () => {
    const { asked, actor, now, keep } = input;
    const invoice = await loaded(deps, input);
    if ('refused' in invoice) return invoice;
    const change = await posted(deps, input, invoice);
    if ('refused' in change) return change;
    const vouchersBefore = change.state === 'approved' ? await deps.invoices.vouchersIn(invoice) : undefined;
    const [by, at] = [actorName(actor), iso(now)];
    const after: Invoice = {
      ...{ ...invoice, state: change.state, postings: [...invoice.postings, ...change.posted], v: invoice.v + 1 },
      ...(vouchersBefore !== undefined && { vouchers: vouchersOf(invoice, vouchersBefore) }),
      steps: [...invoice.steps, { ...asked.step, by, at }],
    };
    const audit = { subject: `member:${invoice.memberId}`, auditId: deps.ids.next('audit', now), at, by };
    const detail = { invoice: invoice.number, step: asked.step, before: invoice.state, after: after.state };
    const beside = [auditWrite({ ...audit, did: 'step-invoice', detail }), ...keep(after)];
    const { orders, postings: funds } = change;
    const isWritten = await deps.invoices.put(after, {
      ...{ before: invoice, orders, postings: funds, vouchersBefore, beside },
    });
    return isWritten ? answer(after) : undefined;
  });
