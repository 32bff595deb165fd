import { signedHeader } from '../../../demo/payment-provider/events.ts';
import { handler as chargeFee } from '../../../functions/circulation/operations/charge-fee/handler.ts';
import { handler as payBill } from '../../../functions/circulation/operations/pay-bill/handler.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import { handler as settle } from '../../../functions/payments/consumers/settle-payments/handler.ts';
import { accountStore } from '../../../functions/payments/data/account-store.ts';
import type { ProviderDeps } from '../../../functions/payments/deps.ts';
import { handler as checkPayout } from '../../../functions/payments/operations/check-payout/handler.ts';
import { handler as listAccounts } from '../../../functions/payments/operations/list-accounts/handler.ts';
import { handler as listOnline } from '../../../functions/payments/operations/list-online/handler.ts';
import { handler as listPayables } from '../../../functions/payments/operations/list-payables/handler.ts';
import { handler as receiveEvent } from '../../../functions/payments/operations/receive-event/handler.ts';
import { handler as refundPayment } from '../../../functions/payments/operations/refund-payment/handler.ts';
import { handler as setAccount } from '../../../functions/payments/operations/set-account/handler.ts';
import { handler as showPayment } from '../../../functions/payments/operations/show-payment/handler.ts';
import { handler as startPayment } from '../../../functions/payments/operations/start-payment/handler.ts';
import { checkoutProvider } from '../../../functions/payments/use-cases/checkout-provider.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { ledgerStore } from '../../../layers/records/ledger/data/ledger-store.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, at, countersOf } from '../../builders/lending.ts';
import { openBills } from '../../builders/open-bills.ts';
import { type ArrivedEvent, aPaymentProvider, standInSecrets } from '../../builders/payment-provider.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';
import { todayOf } from '../../builders/today.ts';

type Provider = Awaited<ReturnType<typeof aPaymentProvider>>;
type Borrower = Awaited<ReturnType<typeof aBorrower>>;
const GOOD_CARD = '4242424242424242';
const REFUNDS_WAIT_CARD = '4000000000007726';
const DISPUTED_CARD = '4000000000000259';
const account = 'ash';
let table: Table;
let provider: Provider;
/** The time of the test: the provider's clock is the machine's. */
const now = new Date().toISOString();
const runtime = () => at(now);
let deps: Pick<ProviderDeps, 'providerOf' | 'secretsOf' | 'site'>;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  provider = await aPaymentProvider();
  await aConsortium(table, [], { owedLimit: 100_000 }, { means: ['cash'], refundLimit: 2000, waiveLimit: 500 });
  const settings = {
    memberId: account,
    on: true,
    collectsFor: 'all' as const,
    minimum: 100,
    providerAccount: 'acct_1',
  };
  const audit = {
    subject: 'member:ash',
    at: now,
    auditId: 'aud_1',
    by: 'test',
    did: 'set-payment-account',
    detail: {},
  };
  await accountStore(table).set({ ...settings, address: provider.base, secretSince: now, v: 1 }, audit);
  const opened = checkoutProvider({ address: provider.base, key: standInSecrets.key, reach: { onThisMachine: true } });
  deps = {
    providerOf: () => Promise.resolve(opened),
    secretsOf: () => Promise.resolve(standInSecrets),
    site: () => Promise.resolve('https://library.example.org'),
  };
});
afterAll(() => provider.stop());

const fee = async (patron: Borrower, branchId: string, amount: number): Promise<string> => {
  const body = { branchId, patron: patron.card, fee: 'damaged-item', amount };
  await call(chargeFee.using(runtime()), { actor: staffAt(branchId, 'desk'), body });
  const bills = await openBills(table, patron.patronId);
  return bills.findLast(({ amount: charged }) => charged === amount)?.billId ?? 'none';
};
const start = (patron: Borrower, ...billIds: string[]) =>
  call(startPayment.using(runtime()).with(deps), { actor: patron.actor, body: { billIds } });
const begun = async (patron: Borrower, ...billIds: string[]): Promise<{ paymentId: string; session: string }> => {
  const { status, body } = await start(patron, ...billIds);
  expect(status).toBe(201);
  const { paymentId, url } = body as { paymentId: string; url: string };
  return { paymentId, session: url.split('/').at(-1) ?? '' };
};
const deliver = ({ body, signature }: ArrivedEvent, when = now) =>
  call(receiveEvent.using(at(when)).with(deps), {
    path: { memberId: account },
    rawBody: body,
    headers: { 'stripe-signature': signature },
  });
const shown = async (patron: Borrower, paymentId: string) =>
  (await call(showPayment.using(runtime()), { actor: patron.actor, path: { paymentId } })).body;
const paid = async (patron: Borrower, card: string, ...billIds: string[]) => {
  const one = await begun(patron, ...billIds);
  expect(provider.pay(one.session, card)).toBe(true);
  await deliver(await provider.arrived('checkout.session.completed'));
  return one;
};
const entriesOf = async (...causes: string[]) =>
  (await ledgerStore(table).list(now.slice(0, 7), { limit: 2000 })).entries.filter(({ causeId }) =>
    causes.includes(causeId),
  );
const openOf = async (patron: Borrower) =>
  (await openBills(table, patron.patronId)).map(({ billId, open }) => ({ billId, open }));
const refund = (paymentId: string, amount: number, by = deps) =>
  call(refundPayment.using(runtime()).with(by), {
    actor: staffAt(account, 'member-finance'),
    path: { memberId: account, paymentId },
    body: { amount, reason: 'Charged in error' },
  });
const online = async (month = now.slice(0, 7)) =>
  (
    await call(listOnline.using(runtime()), {
      actor: staffAt(account, 'member-finance'),
      path: { memberId: account },
      query: { month, limit: '100' },
    })
  ).body as {
    payments: { paymentId: string; dispute?: unknown; refunds?: unknown[] }[];
    payouts: { payoutId: string; arrivesOn: string; version: number }[];
    disputed: { paymentId: string }[];
  };

/** What finance staff of the account's member see on Today of its online money. */
const mattersToday = async () =>
  (await todayOf(staffAt(account, 'member-finance'), `${account}.main`)).ownFinance?.online;

test('a patron pays bills of two libraries on one page: they are closed once, and the ledger names the provider’s number', async () => {
  const patron = await aBorrower(table);
  const bills = [await fee(patron, 'ash.main', 700), await fee(patron, 'birch.east', 300)];
  const payable = (await call(listPayables.using(runtime()), { actor: patron.actor })).body;
  const open = expect.arrayContaining([700, 300].map((amount) => expect.objectContaining({ open: amount })));
  expect(payable).toMatchObject({ groups: [{ account, minimum: 100, bills: open }] });
  const { paymentId, session } = await begun(patron, ...bills);
  provider.pay(session, GOOD_CARD);
  const event = await provider.arrived('checkout.session.completed');
  // The browser is back before the event: nothing is paid yet.
  expect(await shown(patron, paymentId)).toMatchObject({ state: 'open', amount: 1000 });
  const twice = await Promise.all([deliver(event), deliver(event)]);
  expect(twice.map(({ status }) => status)).toEqual([200, 200]);
  expect(await shown(patron, paymentId)).toMatchObject({ state: 'paid' });
  expect(await openOf(patron)).toEqual([]);
  expect(await countersOf(table, patron.patronId)).toMatchObject({ owed: 0 });
  const intent = provider.state.charges.at(-1)?.payment_intent;
  const posted = (await entriesOf(...bills)).filter(({ kind }) => kind === 'online-paid');
  expect(posted).toHaveLength(2);
  expect(posted.every(({ reference }) => reference === intent)).toBe(true);
  const [, lent] = posted.toSorted(
    (one, other) => (one.causeId === bills[0] ? -1 : 1) - (other.causeId === bills[0] ? -1 : 1),
  );
  expect(lent?.lines).toContainEqual({ account: 'due-to-members', member: 'ash', side: 'credit', amount: 300 });
});

test('review: a session of another page of the same account pays nothing', async () => {
  const patron = await aBorrower(table);
  const billId = await fee(patron, 'ash.main', 30_000);
  const { paymentId, session } = await begun(patron, billId);
  for (const amount of [100, 30_000]) {
    provider.pay(provider.openLink(paymentId, amount, 'eur').id, GOOD_CARD);
    expect((await deliver(await provider.arrived('checkout.session.completed'))).status).toBe(200);
  }
  expect(await shown(patron, paymentId)).toMatchObject({ state: 'open' });
  expect(await openOf(patron)).toEqual([{ billId, open: 30_000 }]);
  provider.pay(session, GOOD_CARD);
  await deliver(await provider.arrived('checkout.session.completed'));
  expect(await shown(patron, paymentId)).toMatchObject({ state: 'paid' });
});

test('two requests at once open one page; the same bills return to it, and other bills end it first', async () => {
  const patron = await aBorrower(table);
  const [one, other] = [await fee(patron, 'ash.main', 700), await fee(patron, 'ash.main', 500)];
  const both = await Promise.all([start(patron, one), start(patron, one)]);
  expect(both.filter(({ status }) => status === 201).length).toBeGreaterThanOrEqual(1);
  const first = await begun(patron, one);
  expect(await begun(patron, one)).toEqual(first);
  const second = await begun(patron, other);
  expect(await shown(patron, first.paymentId)).toMatchObject({ state: 'expired' });
  expect(provider.pay(first.session, GOOD_CARD)).toBe(false);
  expect(provider.pay(second.session, GOOD_CARD)).toBe(true);
  // Paid, and its event is still on its way: no further page is opened.
  expect(await start(patron, one)).toMatchObject({ status: 409, body: { code: 'payment-in-progress' } });
  await deliver(await provider.arrived('checkout.session.completed'));
  expect(await openOf(patron)).toEqual([{ billId: one, open: 700 }]);
});

test('what cannot be paid together or at all is refused before a page is opened', async () => {
  const patron = await aBorrower(table);
  const [small, other] = [await fee(patron, 'ash.main', 99), await aBorrower(table)];
  const theirs = await fee(other, 'ash.main', 700);
  expect(await start(patron, small)).toMatchObject({ status: 409, body: { code: 'below-minimum' } });
  expect(await start(patron, theirs)).toMatchObject({ status: 409, body: { code: 'bill-not-open' } });
  const { paymentId } = await begun(other, theirs);
  const foreign = await call(showPayment.using(runtime()), { actor: patron.actor, path: { paymentId } });
  expect(foreign).toMatchObject({ status: 404, body: { code: 'payment-not-found' } });
});

test('money that comes after the desk was paid becomes a credit, and is refunded', async () => {
  const patron = await aBorrower(table);
  const billId = await fee(patron, 'ash.main', 700);
  const { paymentId, session } = await begun(patron, billId);
  provider.pay(session, GOOD_CARD);
  const event = await provider.arrived('checkout.session.completed');
  const body = { branchId: 'ash.main', patron: patron.card, billId, amount: 700, means: 'cash' };
  await call(payBill.using(runtime()), { actor: staffAt('ash.main', 'desk'), body });
  await deliver(event);
  expect(await openOf(patron)).toEqual([{ billId, open: -700 }]);
  expect(await refund(paymentId, 800)).toMatchObject({ status: 409, body: { code: 'more-than-paid' } });
  expect(await refund(paymentId, 700)).toMatchObject({ status: 201, body: { refunds: [{ state: 'posted' }] } });
  await deliver(await provider.arrived('charge.refunded'));
  expect(await openOf(patron)).toEqual([]);
  expect((await entriesOf(billId)).filter(({ kind }) => kind === 'online-refunded')).toHaveLength(1);
});

test('a desk that is paid first ends the provider’s page with the next comparison', async () => {
  const patron = await aBorrower(table);
  const billId = await fee(patron, 'ash.main', 700);
  const { paymentId, session } = await begun(patron, billId);
  const body = { branchId: 'ash.main', patron: patron.card, billId, amount: 700, means: 'cash' };
  await call(payBill.using(runtime()), { actor: staffAt('ash.main', 'desk'), body });
  await settle.using(runtime()).with(deps)({}, { awsRequestId: 'settle' });
  expect(await shown(patron, paymentId)).toMatchObject({ state: 'expired' });
  expect(provider.pay(session, GOOD_CARD)).toBe(false);
});

test('refunds of the provider’s dashboard, in parts and before the payment’s own event, are posted once each', async () => {
  const patron = await aBorrower(table);
  const billId = await fee(patron, 'ash.main', 900);
  const { paymentId, session } = await begun(patron, billId);
  provider.pay(session, GOOD_CARD);
  const completed = await provider.arrived('checkout.session.completed');
  const intent = provider.state.charges.at(-1)?.payment_intent ?? '';
  provider.refund(intent, 200);
  const first = await provider.arrived('charge.refunded');
  provider.refund(intent, 300);
  const second = await provider.arrived('charge.refunded');
  for (const event of [second, completed, first, second]) expect((await deliver(event)).status).toBe(200);
  expect(await shown(patron, paymentId)).toMatchObject({ state: 'paid', refunded: 500 });
  expect(await openOf(patron)).toEqual([{ billId, open: 500 }]);
  expect(await countersOf(table, patron.patronId)).toMatchObject({ owed: 500 });
});

test('a disputed payment opens its bill again, and a dispute that is won closes it', async () => {
  const patron = await aBorrower(table);
  const billId = await fee(patron, 'ash.main', 900);
  const { paymentId } = await paid(patron, DISPUTED_CARD, billId);
  const created = await provider.arrived('charge.dispute.created');
  for (const event of [created, await provider.arrived('charge.dispute.funds_withdrawn')]) await deliver(event);
  expect(await openOf(patron)).toEqual([{ billId, open: 900 }]);
  expect((await online()).payments.find((one) => one.paymentId === paymentId)?.dispute).toMatchObject({
    state: 'open',
  });
  // A dispute comes weeks after its payment: it is listed in every month, and on Today, until it ends.
  const disputedIn = async (month: string) => (await online(month)).disputed.map((one) => one.paymentId);
  expect(await disputedIn('2020-01')).toEqual([paymentId]);
  expect(await mattersToday()).toMatchObject({ count: 1, entries: [{ kind: 'dispute', amount: { amount: 900 } }] });
  expect(await refund(paymentId, 900)).toMatchObject({ status: 409, body: { code: 'payment-not-paid' } });
  provider.closeDispute(provider.state.disputes.at(-1)?.id ?? '', 'won');
  await deliver(await provider.arrived('charge.dispute.closed'));
  for (const event of [await provider.arrived('charge.dispute.funds_reinstated'), created]) await deliver(event);
  expect([await disputedIn('2020-01'), (await mattersToday())?.count]).toEqual([[], 0]);
  expect(await openOf(patron)).toEqual([]);
  expect((await entriesOf(billId)).map(({ kind }) => kind).toSorted()).toEqual([
    ...['fee-charged', 'online-dispute-won', 'online-disputed', 'online-paid'],
  ]);
});

test('review: an inquiry moves no money; a dispute takes what refunds have left, and returns it when it is won after it was lost', async () => {
  const patron = await aBorrower(table);
  const billId = await fee(patron, 'ash.main', 900);
  await paid(patron, GOOD_CARD, billId);
  const intent = provider.state.charges.at(-1)?.payment_intent ?? '';
  const isOpen = async (open: number) => expect(await openOf(patron)).toEqual(open ? [{ billId, open }] : []);
  provider.dispute(intent, 900, 'warning_needs_response');
  await deliver(await provider.arrived('charge.dispute.created'));
  await isOpen(0);
  provider.refund(intent, 400);
  await deliver(await provider.arrived('charge.refunded'));
  provider.dispute(intent, 900);
  await deliver(await provider.arrived('charge.dispute.funds_withdrawn'));
  await isOpen(900);
  const disputeId = provider.state.disputes.at(-1)?.id ?? '';
  for (const [state, event] of [
    ['lost', 'charge.dispute.closed'],
    ['won', 'charge.dispute.funds_reinstated'],
  ] as const) {
    provider.closeDispute(disputeId, state);
    await deliver(await provider.arrived(event));
    await isOpen(state === 'won' ? 400 : 900);
  }
});

test('review: a refund is posted when the bank has confirmed it, and taken back when it fails after all', async () => {
  const patron = await aBorrower(table);
  const billId = await fee(patron, 'ash.main', 900);
  const { paymentId } = await paid(patron, REFUNDS_WAIT_CARD, billId);
  expect(await refund(paymentId, 300)).toMatchObject({ status: 201, body: { refunds: [{ state: 'requested' }] } });
  await deliver(await provider.arrived('charge.refunded'));
  expect(await openOf(patron)).toEqual([]);
  const made = provider.state.refunds.at(-1)?.id ?? '';
  provider.endRefund(made, 'succeeded');
  await deliver(await provider.arrived('refund.updated'));
  expect(await openOf(patron)).toEqual([{ billId, open: 300 }]);
  provider.endRefund(made, 'failed');
  const failed = await provider.arrived('refund.failed');
  for (const event of [failed, failed]) await deliver(event);
  expect(await openOf(patron)).toEqual([]);
  expect(await shown(patron, paymentId)).toMatchObject({ refunded: 0 });
  expect((await entriesOf(billId)).map(({ kind }) => kind).toSorted()).toEqual([
    ...['fee-charged', 'online-paid', 'online-refund-failed', 'online-refunded'],
  ]);
});

test('review: a refund that is repeated with its key after a worker stopped is made once', async () => {
  const patron = await aBorrower(table);
  const { paymentId } = await paid(patron, GOOD_CARD, await fee(patron, 'ash.main', 900));
  const stopped = async (...asked: Parameters<ProviderDeps['providerOf']>) => {
    const opened = await deps.providerOf(...asked);
    if (opened === undefined) throw new Error('There is no provider.');
    const thenStop = async (wanted: Parameters<typeof opened.refund>[0]) => {
      await opened.refund(wanted);
      throw new Error('The worker stopped.');
    };
    return { ...opened, refund: thenStop };
  };
  const keyed = (when: string, providerOf: ProviderDeps['providerOf']) =>
    call(refundPayment.using(at(when)).with({ ...deps, providerOf }), {
      actor: staffAt(account, 'member-finance'),
      ...{ path: { memberId: account, paymentId }, body: { amount: 300, reason: 'Charged in error' } },
      headers: { 'idempotency-key': 'one-refund' },
    });
  const later = new Date(Date.parse(now) + 120_000).toISOString();
  expect((await keyed(now, stopped)).status).toBe(500);
  expect(await keyed(later, deps.providerOf)).toMatchObject({ status: 201, body: { refunds: [{ state: 'posted' }] } });
  expect(provider.state.charges.at(-1)?.amount_refunded).toBe(300);
});

test('review: an open refund is settled by asking the provider, and never requested again after a day', async () => {
  const lost = async (reaches: boolean): Promise<string> => {
    const patron = await aBorrower(table);
    const { paymentId } = await paid(patron, GOOD_CARD, await fee(patron, 'ash.main', 900));
    const providerOf = async (...asked: Parameters<ProviderDeps['providerOf']>) => {
      const opened = await deps.providerOf(...asked);
      if (opened === undefined) throw new Error('There is no provider.');
      const timesOut = async (wanted: Parameters<typeof opened.refund>[0]) => {
        if (reaches) await opened.refund(wanted);
        return { failed: 'timed-out', later: true };
      };
      return { ...opened, refund: timesOut };
    };
    const asked = await refund(paymentId, 300, { ...deps, providerOf });
    expect(asked).toMatchObject({ status: 201, body: { refunds: [{ state: 'requested' }] } });
    return paymentId;
  };
  const ids = [await lost(true), await lost(false)];
  const made = provider.state.refunds.length;
  const settled = at(new Date(Date.parse(now) + 10 * 86_400_000).toISOString());
  for (const _ of [1, 2]) await settle.using(settled).with(deps)({}, { awsRequestId: 'settle' });
  const { payments } = await online();
  const refunds = ids.map((id) => payments.find(({ paymentId }) => paymentId === id)?.refunds);
  expect(refunds).toMatchObject([[{ state: 'posted' }], [{ state: 'failed' }]]);
  expect(provider.state.refunds).toHaveLength(made);
});

test('review: a page that another account of the provider does not know locks no patron out after an hour', async () => {
  const patron = await aBorrower(table);
  const [one, other] = [await fee(patron, 'ash.main', 700), await fee(patron, 'ash.main', 500)];
  const { session } = await begun(patron, one);
  const { sessions } = provider.state;
  sessions.splice(
    sessions.findIndex(({ id }) => id === session),
    1,
  );
  expect(await start(patron, other)).toMatchObject({ status: 409, body: { code: 'payment-in-progress' } });
  const later = at(new Date(Date.parse(now) + 3_700_000).toISOString());
  const body = { billIds: [other] };
  expect((await call(startPayment.using(later).with(deps), { actor: patron.actor, body })).status).toBe(201);
});

test('an event with another secret, an old one and a changed one are refused; an unknown one is confirmed', async () => {
  const body = JSON.stringify({ id: 'evt_1', type: 'customer.created', data: { object: {} } });
  const seconds = Math.floor(Date.parse(now) / 1000);
  const signed = (secret: string, when: number) => ({ type: '', body, signature: signedHeader(secret, when, body) });
  expect((await deliver(signed(standInSecrets.events, seconds))).status).toBe(200);
  const refused = [
    signed('whsec_of-another', seconds),
    signed(standInSecrets.events, seconds - 301),
    { ...signed(standInSecrets.events, seconds), body: `${body} ` },
    { type: '', body, signature: '' },
  ];
  for (const event of refused)
    expect(await deliver(event)).toMatchObject({ status: 400, body: { code: 'bad-signature' } });
  const noEvent = { type: '', body: 'no', signature: signedHeader(standInSecrets.events, seconds, 'no') };
  expect(await deliver(noEvent)).toMatchObject({ status: 400, body: { code: 'bad-event' } });
});

test('a payout is compared once: it posts a payment whose event was lost, the provider’s fees and the payout itself', async () => {
  const patron = await aBorrower(table);
  const billId = await fee(patron, 'ash.main', 1200);
  const { paymentId, session } = await begun(patron, billId);
  provider.pay(session, GOOD_CARD);
  await provider.arrived('checkout.session.completed');
  provider.payOut();
  const run = () => settle.using(runtime()).with(deps)({}, { awsRequestId: 'settle' });
  expect(await run()).toEqual({ payouts: 1 });
  expect(await run()).toEqual({ payouts: 0 });
  expect(await openOf(patron)).toEqual([]);
  const { payments, payouts } = await online();
  const payoutId = provider.state.payouts.at(-1)?.id ?? '';
  expect(payments.find((one) => one.paymentId === paymentId)).toMatchObject({ state: 'paid', fee: 65, payoutId });
  expect(payouts).toHaveLength(1);
  const paged: unknown[] = [];
  for (let after: string | undefined, pages = 0; pages === 0 || after !== undefined; pages += 1) {
    const query = { month: now.slice(0, 7), limit: '2', ...(after && { after }) };
    const asked = { actor: staffAt(account, 'member-finance'), path: { memberId: account }, query };
    const page = (await call(listOnline.using(runtime()), asked)).body as { payments: unknown[]; next?: string };
    paged.push(...page.payments);
    after = page.next;
  }
  expect(paged).toEqual(payments);
  // The record of a patron leads to one payment, by its receipt number, in whichever month.
  const oneOf = async (memberId: string) => {
    const query = { month: '2020-01', payment: paymentId };
    const asked = { actor: staffAt(memberId, 'desk-supervisor'), path: { memberId }, query };
    return ((await call(listOnline.using(runtime()), asked)).body as { payments: unknown[] }).payments;
  };
  expect([await oneOf(account), await oneOf('birch')]).toMatchObject([[{ paymentId }], []]);
  const kinds = (await entriesOf(payoutId)).map(({ kind }) => kind);
  expect(kinds.toSorted()).toEqual(['online-fee', 'online-paid-out']);
});

test('a refund whose event was lost is posted with its payout, and a balance that the provider refuses fails the run', async () => {
  const patron = await aBorrower(table);
  const billId = await fee(patron, 'ash.main', 800);
  await paid(patron, GOOD_CARD, billId);
  provider.refund(provider.state.charges.at(-1)?.payment_intent ?? '', 300);
  await provider.arrived('charge.refunded');
  provider.payOut();
  const payoutId = provider.state.payouts.at(-1)?.id ?? '';
  const providerOf: ProviderDeps['providerOf'] = async (of, when) => {
    const opened = await deps.providerOf(of, when);
    return opened && { ...opened, balanceOf: async () => ({ failed: 'payout_manual', later: false }) };
  };
  const run = (by: typeof deps) => settle.using(runtime()).with(by)({}, { awsRequestId: 'settle' });
  await expect(run({ ...deps, providerOf })).rejects.toThrow('The account of ash was not settled.');
  expect(await run(deps)).toEqual({ payouts: 1 });
  expect(await openOf(patron)).toEqual([{ billId, open: 300 }]);
  expect((await online()).payouts).toContainEqual(
    expect.objectContaining({ payoutId, refunds: -300, differences: [] }),
  );
  const listed = (await mattersToday())?.entries ?? [];
  expect(listed.map(({ matterId }) => matterId)).not.toContain(payoutId);
  // A movement that is not in the ledger makes the payout differ: Today of the library's finance staff says so.
  await paid(patron, GOOD_CARD, await fee(patron, 'ash.main', 1500));
  provider.payOut();
  const withOther =
    (amount: number): ProviderDeps['providerOf'] =>
    async (of, when) => {
      const opened = await deps.providerOf(of, when);
      const balanceOf = async (id: string) => {
        const lines = (await opened?.balanceOf(id)) ?? [];
        return 'failed' in lines || id !== differs ? lines : [...lines, { kind: 'other' as const, amount, fee: 0 }];
      };
      return opened && { ...opened, balanceOf };
    };
  const differs = provider.state.payouts.at(-1)?.id ?? '';
  const onToday = async () => ((await mattersToday())?.entries ?? []).some(({ matterId }) => matterId === differs);
  const shownPayout = async () => (await online()).payouts.find(({ payoutId: id }) => id === differs);
  expect([await run({ ...deps, providerOf: withOther(-5) }), await onToday()]).toEqual([{ payouts: 1 }, true]);
  // Two of the finance staff check it at once: one does. It leaves Today, and stays with who, when and the note.
  const { arrivesOn = '' } = (await shownPayout()) ?? {};
  const check = (actor: ReturnType<typeof staffAt>, version: number, id = differs) =>
    call(checkPayout.using(runtime()), {
      ...{ actor, path: { memberId: account, arrivesOn, payoutId: id } },
      body: { note: 'A correction of the provider', version },
    });
  const finance = staffAt(account, 'member-finance');
  const both = await Promise.all([check(finance, 1), check(consortiumStaff('finance-approver'), 1)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect((await check(staffAt('birch', 'member-finance'), 2)).status).toBe(403);
  expect(await check(finance, 2)).toMatchObject({ body: { code: 'changed-meanwhile' } });
  expect(await check(finance, 1, 'po_none')).toMatchObject({ status: 404, body: { code: 'payout-not-found' } });
  expect(await check(finance, 1, payoutId)).toMatchObject({ body: { code: 'payout-agrees' } });
  const checked = { at: now, by: expect.stringMatching(/^staff:/), note: 'A correction of the provider' };
  await run({ ...deps, providerOf: withOther(-5) });
  expect([await onToday(), await shownPayout()]).toMatchObject([false, { checked, version: 2 }]);
  // Another difference opens it again; what agrees after all is not listed, and needs no check.
  expect(await run({ ...deps, providerOf: withOther(-7) })).toEqual({ payouts: 0 });
  expect([await onToday(), await shownPayout()]).toMatchObject([true, { differences: [{ theirs: -7 }, {}] }]);
  expect(await shownPayout()).not.toHaveProperty('checked');
  await run(deps);
  expect([await onToday(), await shownPayout()]).toMatchObject([false, { differences: [] }]);
});

test('a dispute whose events were lost is posted with its payout, and again when it is won', async () => {
  const patron = await aBorrower(table);
  const billId = await fee(patron, 'ash.main', 1100);
  await paid(patron, GOOD_CARD, billId);
  const run = () => settle.using(runtime()).with(deps)({}, { awsRequestId: 'settle' });
  const compared = async (disputes: number) => {
    provider.payOut();
    expect(await run()).toEqual({ payouts: 1 });
    const payoutId = provider.state.payouts.at(-1)?.id ?? '';
    const { payouts } = await online();
    expect(payouts).toContainEqual(expect.objectContaining({ payoutId, disputes, differences: [] }));
  };
  await compared(0);
  provider.dispute(provider.state.charges.at(-1)?.payment_intent ?? '', 1100);
  await provider.arrived('charge.dispute.funds_withdrawn');
  await compared(-1100);
  expect(await openOf(patron)).toEqual([{ billId, open: 1100 }]);
  provider.closeDispute(provider.state.disputes.at(-1)?.id ?? '', 'won');
  await provider.arrived('charge.dispute.funds_reinstated');
  await compared(1100);
  expect(await openOf(patron)).toEqual([]);
  expect((await entriesOf(billId)).map(({ kind }) => kind).toSorted()).toEqual([
    ...['fee-charged', 'online-dispute-won', 'online-disputed', 'online-paid'],
  ]);
});

test('review: a payout below zero is posted, and an account whose key is refused fails the run without stopping the others', async () => {
  const patron = await aBorrower(table);
  await paid(patron, GOOD_CARD, await fee(patron, 'ash.main', 900));
  provider.payOut();
  await settle.using(runtime()).with(deps)({}, { awsRequestId: 'settle' });
  provider.dispute(provider.state.charges.at(-1)?.payment_intent ?? '', 900);
  await deliver(await provider.arrived('charge.dispute.funds_withdrawn'));
  provider.payOut();
  const settings = {
    on: true,
    collectsFor: 'own' as const,
    minimum: 0,
    providerAccount: 'acct_2',
    address: provider.base,
  };
  const audit = {
    subject: 'member:alder',
    at: now,
    auditId: 'aud_9',
    by: 'test',
    did: 'set-payment-account',
    detail: {},
  };
  await accountStore(table).set({ ...settings, memberId: 'alder', secretSince: now, v: 1 }, audit);
  const wrong = checkoutProvider({ address: provider.base, key: 'sk_revoked', reach: { onThisMachine: true } });
  const providerOf: ProviderDeps['providerOf'] = (of, when) =>
    of.memberId === 'alder' ? Promise.resolve(wrong) : deps.providerOf(of, when);
  const run = settle.using(runtime()).with({ ...deps, providerOf })({}, { awsRequestId: 'settle' });
  await expect(run).rejects.toThrow('The account of alder was not settled.');
  const payoutId = provider.state.payouts.at(-1)?.id ?? '';
  const kinds = (await entriesOf(payoutId)).map(({ kind }) => kind);
  expect(kinds.toSorted()).toEqual(['online-fee', 'online-taken-back']);
});

test('an administrator sets an account: its secrets are stored apart, and nobody pays with it before', async () => {
  const stored: unknown[][] = [];
  const forgotten: unknown[] = [];
  const bothStored = Promise.withResolvers<void>();
  const secrets = {
    store: async (...given: unknown[]) => {
      stored.push(given);
      // Two changes at once: each has read the account before the other writes.
      if (stored.length === 3) bothStored.resolve();
      if (stored.length > 1) await bothStored.promise;
    },
    forget: (given: unknown) => Promise.resolve(void forgotten.push(given)),
    read: () => Promise.resolve(undefined),
  };
  const members = { ...memberStore(table), get: () => Promise.resolve({ memberId: 'elm', name: 'Elm' }) };
  const set = (more: object) =>
    call(setAccount.using(runtime()).with({ secrets, members } as object), {
      actor: consortiumStaff('admin'),
      path: { memberId: 'elm' },
      body: { on: true, collectsFor: 'own', minimum: 50, providerAccount: 'acct_1Elm0', version: 0, ...more },
    });
  expect(await set({})).toMatchObject({ status: 422, body: { code: 'secrets-missing' } });
  const both = { secretKey: 'sk_test_elm0', eventSecret: 'whsec_elm0' };
  expect(await set({ ...both, address: 'https://evil.example.org' })).toMatchObject({
    body: { code: 'address-refused' },
  });
  const done = await set(both);
  expect(done).toMatchObject({ status: 200, body: { memberId: 'elm', on: true, version: 1, secretSince: now } });
  const secretId = expect.stringMatching(/^aud_/);
  expect(stored).toEqual([
    [
      { memberId: 'elm', secretId },
      { key: both.secretKey, events: both.eventSecret },
    ],
  ]);
  expect(JSON.stringify([done, await accountStore(table).get('elm')])).not.toContain('sk_test');
  expect(await set(both)).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
  // Of two changes at once the account names the secrets of the one that was written; those of the other are deleted.
  const both2 = await Promise.all(
    ['sk_test_one1', 'sk_test_two2'].map((secretKey) => set({ ...both, secretKey, version: 1 })),
  );
  expect(both2.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  const named = (await accountStore(table).get('elm'))?.secretId;
  const isWritten = both2[0]?.status === 200;
  const [, after] = stored.find(([name]) => (name as { secretId: string }).secretId === named) ?? [];
  expect(after).toMatchObject({ key: isWritten ? 'sk_test_one1' : 'sk_test_two2' });
  expect(forgotten).toHaveLength(2);
  expect(forgotten).not.toContainEqual({ memberId: 'elm', secretId: named });
});

test('the consortium sees all accounts, a member’s finance staff their own and who collects for all; an omitted address stays', async () => {
  const listed = async (actor: ReturnType<typeof staffAt>) => {
    const { body } = await call(listAccounts.using(runtime()), { actor });
    const { accounts, collector } = body as { accounts: { memberId: string }[]; collector?: string };
    return { members: accounts.map(({ memberId }) => memberId), collector };
  };
  expect(await listed(consortiumStaff('auditor'))).toEqual({ members: ['alder', 'ash', 'elm'], collector: account });
  expect(await listed(staffAt('elm', 'member-finance'))).toEqual({ members: ['elm'], collector: account });
  const body = { on: false, collectsFor: 'own', minimum: 50, providerAccount: 'acct_1Ash0', version: 1 };
  const members = { ...memberStore(table), get: () => Promise.resolve({ memberId: account, name: 'Ash' }) };
  const changed = call(setAccount.using(runtime()).with({ members, onThisMachine: true } as object), {
    ...{ actor: consortiumStaff('admin'), path: { memberId: account }, body },
  });
  expect(await changed).toMatchObject({ status: 200, body: { on: false, secretSince: now } });
  expect(await accountStore(table).get(account)).toMatchObject({ address: provider.base });
  expect((await listed(staffAt('elm', 'member-finance'))).collector).toBeUndefined();
});
