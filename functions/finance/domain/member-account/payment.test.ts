import type { AccountLine } from './account-line.ts';
import { creditOf, decidePayment, decidePayout, decideReversal, plainReference } from './payment.ts';
import { decidePayoutAsked, type Payout } from './payout.ts';

const booked = { at: '2026-11-24T10:00:00.000Z', entryId: 'ent_9' };
const invoice: AccountLine = {
  ...{ at: '2026-10-04T09:00:00.000Z', entryId: 'statement-2026-09-ash', kind: 'invoice', amount: 1_000 },
  ...{ currency: 'USD', reference: '2026-000042', dueOn: '2026-11-03' },
};
const payment: AccountLine = {
  ...{ at: '2026-11-20T09:00:00.000Z', entryId: 'ent_1', kind: 'payment', amount: -1_300, currency: 'USD' },
  ...{ reference: 'TRX 1', valueOn: '2026-11-18' },
};
const input = { amount: 600, currency: 'USD', reference: 'TRX 2', valueOn: '2026-11-23' };
const codes = (outcome: object): unknown =>
  'refused' in outcome ? (outcome.refused as { code: string }[]).map(({ code }) => code) : outcome;

describe('A payment', () => {
  it('is a negative line, with the bank’s value date', () => {
    expect(decidePayment([invoice], input, booked)).toEqual({ ...input, ...booked, kind: 'payment', amount: -600 });
  });

  it.each([
    ['of a day that has not begun anywhere', { valueOn: '2026-11-26' }, ['value-day']],
    [
      'for more of an invoice than is open',
      { settles: [{ invoice: '2026-000042', amount: 1_001 }] },
      ['settles-too-much'],
    ],
    ['for an invoice that is not there', { settles: [{ invoice: '2026-000041', amount: 1 }] }, ['settles-too-much']],
    ['for more than was paid', { settles: [{ invoice: '2026-000042', amount: 601 }] }, ['settles-too-much']],
    [
      'for one invoice twice',
      {
        settles: [
          { invoice: '2026-000042', amount: 1 },
          { invoice: '2026-000042', amount: 1 },
        ],
      },
      ['settles-too-much'],
    ],
  ])('%s is refused', (_, more, expected) => {
    expect(codes(decidePayment([invoice], { ...input, ...more }, booked))).toEqual(expected);
  });

  it('finding F13: in a currency in which nothing was billed is refused', () => {
    expect(codes(decidePayment([invoice], { ...input, currency: 'EUR' }, booked))).toEqual(['currency-not-billed']);
    expect(decidePayment([invoice], input, booked)).toMatchObject({ kind: 'payment' });
  });

  it('may have tomorrow’s UTC date, where the bank is far east', () => {
    expect(decidePayment([], { ...input, valueOn: '2026-11-25' }, booked)).toMatchObject({ kind: 'payment' });
  });
});

describe('A reversal', () => {
  const at = '2026-11-25T10:00:00.000Z';
  const bounced = { why: 'bounced' as const, reference: 'RET 1', valueOn: '2026-11-24' };

  it('is the negated payment, once', () => {
    const back = decideReversal([invoice, payment], 'ent_1', bounced, at);
    expect(back).toEqual({
      ...{ at, entryId: 'ent_1-reversal', kind: 'reversal', amount: 1_300, currency: 'USD', reference: 'RET 1' },
      ...{ valueOn: '2026-11-24', reverses: { entryId: 'ent_1', why: 'bounced' } },
    });
    expect(codes(decideReversal([payment, back as AccountLine], 'ent_1', bounced, at))).toEqual(['reversed-already']);
  });

  it('of a mistyped payment has the payment’s own reference and day', () => {
    expect(decideReversal([payment], 'ent_1', { why: 'mistyped' }, at)).toMatchObject({
      ...{ reference: 'TRX 1', valueOn: '2026-11-18' },
    });
  });

  it.each([
    ['of no payment', 'ent_2', bounced, ['unknown-payment']],
    ['of an invoice', 'statement-2026-09-ash', bounced, ['unknown-payment']],
    ['before it came', 'ent_1', { ...bounced, valueOn: '2026-11-17' }, ['value-day']],
    ['on a day to come', 'ent_1', { ...bounced, valueOn: '2026-11-27' }, ['value-day']],
  ])('%s is refused', (_, of, how, expected) => {
    expect(codes(decideReversal([invoice, payment], of, how, at))).toEqual(expected);
  });
});

describe('A credit', () => {
  const wanted = { amount: 300, currency: 'USD', reference: 'PAY 1', valueOn: '2026-11-24' };

  it('is paid out up to its amount, and not again', () => {
    expect(creditOf([invoice, payment], 'USD')).toBe(300);
    const out = decidePayout([invoice, payment], wanted, booked);
    expect(out).toMatchObject({ kind: 'payout', amount: 300, reference: 'PAY 1' });
    const again = decidePayout([invoice, payment, out as AccountLine], { ...wanted, amount: 1 }, booked);
    expect(codes(again)).toEqual(['more-than-credit']);
    expect(codes(decidePayout([payment], { ...wanted, currency: 'EUR' }, booked))).toEqual(['more-than-credit']);
  });

  it('is paid by a person other than the one who requested it, once', () => {
    const { valueOn: _, ...order } = wanted;
    const payout: Payout = {
      ...{ payoutId: 'pyo_1', memberId: 'ash', ...order, state: 'asked' },
      asked: { at: booked.at, by: 'staff:stf_ann' },
    };
    const pay = { decision: 'pay' as const, valueOn: '2026-11-24' };
    expect(codes(decidePayoutAsked(payout, pay, { at: booked.at, by: 'staff:stf_ann' }))).toEqual(['own-work']);
    const paid = decidePayoutAsked(payout, pay, { at: booked.at, by: 'staff:stf_cat' });
    expect(paid).toMatchObject({ state: 'paid' });
    expect(codes(decidePayoutAsked(paid as Payout, pay, { at: booked.at, by: 'staff:stf_cat' }))).toEqual([
      'decided-already',
    ]);
  });
});

test('a bank reference is the same however it is typed', () => {
  expect(plainReference(' trx  2026-11/42 ')).toBe(plainReference('TRX 2026-11/42'));
  expect(plainReference('TRX 2026-11/42')).not.toBe(plainReference('TRX 2026-11/43'));
});
