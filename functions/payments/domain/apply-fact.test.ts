import { applyFact } from './apply-fact.ts';
import type { OnlinePayment } from './online-payment.ts';
import type { PaymentFact } from './payment-fact.ts';

const lines = [
  { billId: 'bil_1', member: 'ash', amount: 700 },
  { billId: 'bil_2', member: 'elm', amount: 300 },
];
const open: OnlinePayment = {
  ...{ paymentId: 'opy_1', account: 'ash', lines, amount: 1000, currency: 'EUR', at: '2026-03-02T11:00:00.000Z' },
  ...{ state: 'open', refunds: [], disputes: [], v: 1 },
};
let serial = 0;
const after = (payment: OnlinePayment, facts: readonly PaymentFact[], credits = {}) => {
  const acts: (string | undefined)[] = [];
  let now = payment;
  for (const fact of facts) {
    serial += 1;
    const effect = applyFact(now, fact, { at: '2026-03-02T11:05:00.000Z', refundId: `rfd_${serial}`, credits });
    acts.push(effect && `${effect.act ?? 'none'} ${effect.lines.map(({ amount }) => amount).join('+')}`);
    now = effect?.after ?? now;
  }
  return { acts, now };
};
const paid: PaymentFact = { is: 'paid', intent: 'pi_1' };
const dispute = (state: 'open' | 'won' | 'lost', amount = 1000, disputeId = 'du_1'): PaymentFact => ({
  ...{ is: 'disputed', disputeId, amount, state },
});
const refund = (reference: string, amount: number, state: 'pending' | 'done' | 'failed' = 'done'): PaymentFact => ({
  is: 'refunded',
  refund: { reference, amount, state },
});

test('a payment is paid once, also when its page had ended before', () => {
  expect(after(open, [{ is: 'ended', state: 'expired' }, paid, paid, { is: 'ended', state: 'failed' }]).acts).toEqual([
    ...['none ', 'paid 700+300', undefined, undefined],
  ]);
});

test('refunds are known by their number: each is posted once, line by line, and never above the payment', () => {
  const [one, two, three] = [refund('re_1', 500), refund('re_2', 500), refund('re_3', 5000)];
  const { acts, now } = after(open, [one, paid, two, one, two, three]);
  expect(acts).toEqual([undefined, 'paid 700+300', 'refunded 500', 'refunded 200+300', undefined, 'none ']);
  expect(now.refunds.map(({ by, reference }) => [by, reference])).toEqual([
    ...[
      ['provider', 're_2'],
      ['provider', 're_1'],
      ['provider', 're_3'],
    ],
  ]);
});

test('review: a refund is matched by its id, not by its amount, and one that fails later is taken back once', () => {
  const requested = { refundId: 'rfd_0', amount: 200, state: 'requested' as const, at: open.at, by: 'staff:stf_1' };
  const own = (state: 'pending' | 'done' | 'failed'): PaymentFact => ({
    ...{ is: 'refunded', refund: { refundId: 'rfd_0', reference: 're_0', amount: 200, state } },
  });
  const other = refund('re_9', 200);
  const { acts, now } = after({ ...open, refunds: [requested] }, [
    ...[paid, own('pending'), other, own('done'), own('failed'), own('failed'), own('done')],
  ]);
  expect(acts.slice(1)).toEqual(['none ', 'refunded 200', 'refunded 200', 'refund-failed 200', undefined, undefined]);
  expect(now.refunds).toMatchObject([
    { refundId: 'rfd_0', state: 'failed', by: 'staff:stf_1' },
    { reference: 're_9', state: 'posted', by: 'provider' },
  ]);
  // A request that the provider refuses takes back no refund that is posted.
  const refused: PaymentFact = { is: 'refunded', refund: { refundId: 'rfd_0', amount: 200, state: 'failed' } };
  expect(after({ ...open, refunds: [requested] }, [paid, own('done'), refused]).acts[2]).toBeUndefined();
});

test('review: a refund is taken from bills with a credit first', () => {
  expect(after(open, [paid, refund('re_1', 300)], { bil_2: 300 }).now.refunds[0]?.lines).toEqual([lines[1]]);
  expect(after(open, [paid, refund('re_1', 400)], { bil_2: 300 }).acts[1]).toBe('refunded 100+300');
});

test.each([
  ['open, then won', [dispute('open'), dispute('won')], ['disputed 700+300', 'dispute-won 700+300'], 'won'],
  ['open, then lost', [dispute('open'), dispute('lost')], ['disputed 700+300', 'none '], 'lost'],
  ['won before it is known as open', [dispute('won'), dispute('open')], ['none ', undefined], 'won'],
  ['lost before it is known as open', [dispute('lost'), dispute('open')], ['disputed 700+300', undefined], 'lost'],
  ['lost, and won later', [dispute('lost'), dispute('won')], ['disputed 700+300', 'dispute-won 700+300'], 'won'],
  ['open twice', [dispute('open'), dispute('open')], ['disputed 700+300', undefined], 'open'],
] as const)('a dispute that is %s moves each bill once', (_, facts, acts, state) => {
  const done = after(open, [paid, ...facts]);
  expect(done.acts.slice(1)).toEqual(acts);
  expect(done.now.disputes).toMatchObject([{ state }]);
});

test('review: disputes take no more than refunds and other disputes have left, and each stays known', () => {
  const facts = [paid, refund('re_1', 400), dispute('open', 500), dispute('open', 500, 'du_2'), dispute('won', 500)];
  const { acts, now } = after(open, facts);
  expect(acts.slice(1)).toEqual(['refunded 400', 'disputed 300+200', 'disputed 100', 'dispute-won 300+200']);
  expect(now.disputes.map(({ disputeId, state }) => `${disputeId} ${state}`)).toEqual(['du_2 open', 'du_1 won']);
});
