import { applyFact, type PaymentFact, partsOf } from './apply-fact.ts';
import type { OnlinePayment } from './online-payment.ts';

const lines = [
  { billId: 'bil_1', member: 'ash', amount: 700 },
  { billId: 'bil_2', member: 'elm', amount: 300 },
];
const open: OnlinePayment = {
  ...{ paymentId: 'opy_1', account: 'ash', lines, amount: 1000, currency: 'EUR', at: '2026-03-02T11:00:00.000Z' },
  ...{ state: 'open', refunds: [], v: 1 },
};
const context = { at: '2026-03-02T11:05:00.000Z', refundId: 'rfd_1' };
const after = (payment: OnlinePayment, ...facts: PaymentFact[]) => {
  const acts: (string | undefined)[] = [];
  let now = payment;
  for (const fact of facts) {
    const effect = applyFact(now, fact, context);
    acts.push(effect && `${effect.act ?? 'none'} ${effect.lines.map(({ amount }) => amount).join('+')}`);
    now = effect?.after ?? now;
  }
  return { acts, now };
};
const paid: PaymentFact = { is: 'paid', intent: 'pi_1' };
const dispute = (state: 'open' | 'won' | 'lost', amount = 1000): PaymentFact => ({
  ...{ is: 'disputed', disputeId: 'du_1', amount, state },
});

test('a payment is paid once, also when its page had ended before', () => {
  expect(after(open, { is: 'ended', state: 'expired' }, paid, paid, { is: 'ended', state: 'failed' }).acts).toEqual([
    ...['none ', 'paid 700+300', undefined, undefined],
  ]);
});

test('refunds are known by their total: parts in any order are posted once, line by line, and never above the payment', () => {
  const refunded = (total: number): PaymentFact => ({ is: 'refunded', total });
  const { acts, now } = after(open, refunded(100), paid, refunded(500), refunded(100), refunded(900), refunded(5000));
  expect(acts).toEqual([undefined, 'paid 700+300', 'refunded 500', undefined, 'refunded 200+200', 'refunded 100']);
  expect(now.refunds.map(({ by, amount }) => [by, amount])).toEqual([
    ...[
      ['provider', 500],
      ['provider', 400],
      ['provider', 100],
    ],
  ]);
});

test('a requested refund is posted, and what is above it was made in the dashboard', () => {
  const requested = { refundId: 'rfd_0', amount: 200, state: 'requested' as const, at: open.at, by: 'staff:stf_1' };
  const { now } = after({ ...open, refunds: [requested] }, paid, { is: 'refunded', total: 250 });
  expect(now.refunds).toMatchObject([
    { refundId: 'rfd_0', state: 'posted' },
    { amount: 50, by: 'provider' },
  ]);
});

test.each([
  ['open, then won', [dispute('open'), dispute('won')], ['disputed 700+300', 'dispute-won 700+300'], 'won'],
  ['open, then lost', [dispute('open'), dispute('lost')], ['disputed 700+300', 'none '], 'lost'],
  ['won before it is known as open', [dispute('won'), dispute('open')], ['none ', undefined], 'won'],
  ['lost before it is known as open', [dispute('lost'), dispute('open')], ['disputed 700+300', undefined], 'lost'],
  ['open twice', [dispute('open'), dispute('open')], ['disputed 700+300', undefined], 'open'],
] as const)('a dispute that is %s moves each bill once', (_, facts, acts, state) => {
  const done = after(open, paid, ...facts);
  expect(done.acts.slice(1)).toEqual(acts);
  expect(done.now.dispute?.state).toBe(state);
});

test('an amount covers the lines in order, after what was covered before', () => {
  expect(partsOf(lines, 600, 200).map(({ billId, amount }) => [billId, amount])).toEqual([
    ['bil_1', 100],
    ['bil_2', 100],
  ]);
});
