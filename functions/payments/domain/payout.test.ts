import type { OnlinePayment } from './online-payment.ts';
import { reconcilePayout } from './payout.ts';
import type { BalanceLine } from './provider.ts';

const line = { billId: 'bil_1', member: 'ash', amount: 1000 };
const payment: OnlinePayment = {
  ...{ paymentId: 'opy_1', account: 'ash', lines: [line], amount: 1000, currency: 'EUR' as const },
  ...{ at: '2026-03-02T11:00:00.000Z', state: 'paid', disputes: [], v: 1 },
  refunds: [
    {
      ...{ refundId: 'rfd_1', reference: 're_1', amount: 500, state: 'posted', at: '2026-03-03T11:00:00.000Z' },
      ...{ by: 'provider', lines: [{ ...line, amount: 500 }] },
    },
  ],
};
const row = (kind: BalanceLine['kind'], amount: number, source: string): BalanceLine => ({
  kind,
  amount,
  fee: 0,
  source,
});
const differences = (amount: number, ...lines: BalanceLine[]) =>
  reconcilePayout(
    { payoutId: 'po_1', account: 'ash', arrivesOn: '2026-03-05', amount, currency: 'EUR' },
    lines.map((one) => ({ line: one, ...(one.kind !== 'other' && { payment }) })),
  ).differences.map(({ what, theirs, ours }) => [what, theirs, ours]);

test('a refund that took less from the bills than the provider paid back is a difference', () => {
  const [refund] = payment.refunds;
  if (refund === undefined) throw new Error('The payment has a refund.');
  const less = { ...payment, refunds: [{ ...refund, lines: [{ ...line, amount: 400 }] }] };
  const payout = { payoutId: 'po_1', account: 'ash', arrivesOn: '2026-03-05', amount: -500, currency: 'EUR' } as const;
  expect(reconcilePayout(payout, [{ line: row('refund', -500, 're_1'), payment: less }]).differences).toMatchObject([
    { what: 'refund-differs', theirs: -500, ours: -400 },
  ]);
});

test('review: each refund and dispute of a payout is compared by its number, and other movements are listed', () => {
  const [charge, posted] = [row('charge', 1000, 'ch_1'), row('refund', -500, 're_1')];
  expect(differences(500, charge, posted)).toEqual([]);
  const all = [charge, posted, row('refund', -500, 're_2'), row('dispute', -1000, 'du_1'), row('other', -20, 'txn_1')];
  expect(differences(-1020, ...all)).toEqual([
    ['refund-differs', -500, 0],
    ['dispute-differs', -1000, 0],
    ['not-posted', -20, 0],
  ]);
  expect(differences(1000, charge, posted, row('refund', 500, 're_1'))).toEqual([['refund-differs', 500, 0]]);
});
