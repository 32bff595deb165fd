import fc from 'fast-check';
import type { AccountLine } from '../member-account/account-line.ts';
import { currentPayment, decideRestoring, decideReturn } from '../member-account/payment.ts';
import { settle } from '../member-account/settling.ts';
import { adjustmentSchema } from '../statements/adjustment.ts';
import { stateOf } from './bank-entry.ts';
import { feeChargeOf } from './fee-charge.ts';
import { bookedPayments, returnProposalOf } from './returned-payment.ts';

const at = '2026-11-25T10:00:00.000Z';
const paid = (entryId: string, amount: number, more: Partial<AccountLine> = {}): AccountLine => ({
  ...{ at: '2026-11-10T09:00:00.000Z', entryId, kind: 'payment', amount: -amount, currency: 'USD' },
  ...{ reference: `TRX-${entryId}`, valueOn: '2026-11-09', ...more },
});
const reversed = (entryId: string): AccountLine => ({
  ...paid(`${entryId}-reversal`, -1),
  ...{ kind: 'reversal', reverses: { entryId, why: 'bounced' } },
});
const ash = [
  paid('ent_1', 700, { settles: [{ invoice: '2026-000041', amount: 700 }], payerReference: 'ASH 0017' }),
  paid('ent_2', 300, { reference: '2026-11-09/1' }),
  paid('ent_3', 300, { reference: '2026-11-09/12' }),
  paid('ent_4', 450),
  reversed('ent_4'),
];
const payments = [
  ...bookedPayments('ash', ash),
  ...bookedPayments('oak', [paid('ent_9', 250), paid('ent_8', 900, { currency: 'EUR' })]),
];
type Entry = Parameters<typeof returnProposalOf>[0];
const propose = (amount: number, text: string, more: Partial<Entry> = {}) =>
  returnProposalOf(
    { number: 1, reference: 'R', amount, side: 'debit', valueOn: '2026-11-24', text, ...more },
    'USD',
    payments,
  );

describe('A payment that the bank returns is found', () => {
  it.each([
    ['the reference of the payer, however it is written', 700, '', { payerReference: 'ash0017' }, 'ent_1'],
    ['the reference of the bank in its text', 300, 'RETURN OF 2026-11-09/12 NO FUNDS', {}, 'ent_3'],
    ['the reference of the bank, not a longer one that begins with it', 300, 'R: 2026-11-09/1', {}, 'ent_2'],
    ['the number of an invoice for which it was booked', 700, 'Invoice 2026 000041 returned', {}, 'ent_1'],
  ])('by %s', (_, amount, text, more, entryId) => {
    expect(propose(amount, text, more)).toMatchObject({ fit: 'by-reference', payment: { entryId }, fee: 0 });
  });

  it('by its amount, when it is the only one of that amount', () => {
    expect(propose(250, 'RETURNED ITEM')).toMatchObject({ fit: 'by-amount', payment: { memberId: 'oak' }, fee: 0 });
    expect(propose(300, 'RETURNED ITEM')).toEqual({ fit: 'several-payments', fee: 0 });
    expect(propose(451, 'RETURNED ITEM')).toEqual({ fit: 'unknown', fee: 0 });
  });

  it('with the fee that the bank states in its amount; another difference is for a person to decide', () => {
    expect(propose(715, 'TRX-ent_1', { charges: 15 })).toMatchObject({ fit: 'by-reference', fee: 15 });
    expect(propose(700, 'TRX-ent_1', { charges: 15 })).toMatchObject({ fit: 'by-reference', fee: 0 });
    expect(propose(715, 'TRX-ent_1')).toEqual({ fit: 'other-amount', fee: 0 });
    expect(propose(690, 'TRX-ent_1', { charges: 15 })).toEqual({ fit: 'other-amount', fee: 0 });
  });

  it('never when it was taken back already, is in another currency, or came later than its return', () => {
    expect(propose(450, 'TRX-ent_4')).toEqual({ fit: 'unknown', fee: 0 });
    expect(propose(900, 'TRX-ent_8')).toEqual({ fit: 'unknown', fee: 0 });
    expect(propose(250, 'TRX-ent_9', { valueOn: '2026-11-08' })).toEqual({ fit: 'unknown', fee: 0 });
  });
});

const invoice: AccountLine = {
  ...{ at: '2026-11-01T09:00:00.000Z', entryId: 'inv', kind: 'invoice', amount: 700, currency: 'USD' },
  reference: '2026-000041',
};
const byBank = { amount: 715, fee: 15, currency: 'USD', reference: 'R', valueOn: '2026-11-24' };
const openOf = (lines: readonly AccountLine[]) => settle(lines).owed.reduce((sum, { open }) => sum + open, 0);
const booked = <T extends object>(line: T) => {
  if ('refused' in line) throw new Error(JSON.stringify(line));
  return line;
};

test('a returned payment leaves its invoice open, and one that was returned by mistake settles it again', () => {
  const lines = [invoice, ...ash.slice(0, 1)];
  const back = booked(decideReturn(lines, 'ent_1', byBank, at)) as AccountLine;
  const restored = booked(decideRestoring([...lines, back], 'ent_1', { entryId: 'ent_5', at })) as AccountLine;
  const all = [...lines, back, restored];
  expect([openOf(lines), openOf([...lines, back]), openOf(all)]).toEqual([0, 700, 0]);
  expect(restored).toMatchObject({ restores: 'ent_1', amount: -700, settles: [{ invoice: '2026-000041' }] });
  // It is restored once, and can be returned again.
  expect(decideRestoring(all, 'ent_1', { entryId: 'ent_6', at })).toMatchObject({ refused: [{}] });
  expect(decideReturn(all, 'ent_5', byBank, at)).toMatchObject({ reverses: { entryId: 'ent_5' } });
  expect(currentPayment('ent_1', all)).toBe('ent_5');
  const decided = { as: 'payment' as const, memberId: 'ash', entryId: 'ent_1', at, by: 'staff:stf_ann' };
  const states = [lines, [...lines, back], all].map((own) => stateOf({ decided }, () => own));
  expect(states).toEqual(['payment', 'returned', 'payment']);
});

test('a return whose payment and fee are not its amount is refused, and so is one in another currency', () => {
  expect(decideReturn(ash, 'ent_1', { ...byBank, fee: 14 }, at)).toMatchObject({ refused: [{ code: 'other-amount' }] });
  const euros = { ...byBank, currency: 'EUR' };
  expect(decideReturn(ash, 'ent_1', euros, at)).toMatchObject({ refused: [{ code: 'other-amount' }] });
  expect(decideReturn(ash, 'ent_4', byBank, at)).toMatchObject({ refused: [{ code: 'reversed-already' }] });
  expect(decideRestoring(ash, 'ent_1', { entryId: 'e', at })).toMatchObject({ refused: [{ code: 'unknown-payment' }] });
});

test('returns and their undoing, in any number, never change what a member owes in sum', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 8 }), (isReturn) => {
      const lines = [invoice, ...ash.slice(0, 1)];
      for (const [place, returns] of isReturn.entries()) {
        const current = currentPayment('ent_1', lines);
        const line = returns
          ? decideReturn(lines, current, byBank, at)
          : decideRestoring(lines, current, { entryId: `again-${place}`, at });
        if (!('refused' in line)) lines.push(line);
      }
      const current = currentPayment('ent_1', lines);
      const isGone = lines.some(({ reverses }) => reverses?.entryId === current);
      expect(openOf(lines)).toBe(isGone ? 700 : 0);
      expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(isGone ? 700 : 0);
    }),
  );
});

test.each([
  ['eng', 'Fee of the bank for returned payment R-1'],
  ['spa', 'Comisión del banco por el pago devuelto R-1'],
] as const)(
  'the charge of a fee is a one-off line in the language of the consortium’s letters: %s',
  (language, text) => {
    const fee = {
      memberId: 'ash',
      entryId: 'ent_01kb0000000000000000000000',
      amount: 15,
      currency: 'USD',
      reference: 'R-1',
    };
    const charge = feeChargeOf(fee, language, { by: 'staff:stf_ann', at });
    expect(charge).toMatchObject({
      kind: 'one-off',
      code: 'bank-fee-ent-01kb0000000000000000000000',
      description: text,
    });
    expect(adjustmentSchema.parse(charge)).toEqual(charge);
    // A long reference is shortened: the description has a limit.
    const long = feeChargeOf({ ...fee, reference: 'R'.repeat(100) }, language, { by: 'staff:stf_ann', at });
    expect(adjustmentSchema.parse(long)).toEqual(long);
  },
);
