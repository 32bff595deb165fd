import { entryKinds } from '../../../../layers/records/ledger/domain/kinds.ts';
import { bankKindNames, bankKinds } from '../books/own-entry.ts';
import type { AccountLine } from '../member-account/account-line.ts';
import { bankDecisionSchema, stateOf, storedEntries } from './bank-entry.ts';
import { invoicesOf, proposalOf } from './propose.ts';

const invoice = (reference: string, amount: number, dueOn: string, currency = 'USD'): AccountLine => ({
  ...{ at: `${dueOn.slice(0, 7)}-01T09:00:00.000Z`, entryId: `inv-${reference}`, kind: 'invoice', amount, currency },
  ...{ reference, dueOn },
});
const ash = [invoice('2026-000041', 700, '2026-10-04'), invoice('2026-000042', 300, '2026-11-04')];
const oak = [invoice('2026-000043', 300, '2026-11-04'), invoice('2026-000044', 5000, '2026-11-04', 'EUR')];
const known = [...invoicesOf('ash', ash), ...invoicesOf('oak', oak)];
const propose = (amount: number, text: string, creditorReference?: string, currency = 'USD') =>
  proposalOf({ amount, text, ...(creditorReference !== undefined && { creditorReference }) }, currency, known);

describe('A payment by bank is proposed for', () => {
  it.each([
    ['Invoice 2026-000042', 300, 'exact', [['2026-000042', 300]], 0],
    ['INV 2026 000042/OCT', 300, 'exact', [['2026-000042', 300]], 0],
    ['2026000042', 300, 'exact', [['2026-000042', 300]], 0],
    [
      '2026-000042 and 2026-000041',
      1000,
      'exact',
      [
        ['2026-000041', 700],
        ['2026-000042', 300],
      ],
      0,
    ],
    [
      '2026-000042 and 2026-000041',
      800,
      'partial',
      [
        ['2026-000041', 700],
        ['2026-000042', 100],
      ],
      0,
    ],
    ['2026-000042', 450, 'over', [['2026-000042', 300]], 150],
  ])('the invoices that its text names: "%s", %i', (text, amount, fit, settles, rest) => {
    expect(propose(amount, text)).toEqual({
      ...{ fit, memberId: 'ash', rest },
      settles: settles.map(([one, part]) => ({ invoice: one, amount: part })),
    });
  });

  it('the invoice of its structured reference, and one that is paid already as a prepayment', () => {
    expect(propose(300, '', '2026-000042')).toMatchObject({ fit: 'exact', memberId: 'ash' });
    const paid: AccountLine = {
      ...{
        at: '2026-11-02T00:00:00.000Z',
        entryId: 'p',
        kind: 'payment',
        amount: -1000,
        currency: 'USD',
        reference: 'T',
      },
    };
    const proposal = proposalOf({ amount: 300, text: '2026-000042' }, 'USD', invoicesOf('ash', [...ash, paid]));
    expect(proposal).toEqual({ fit: 'over', memberId: 'ash', settles: [], rest: 300 });
  });

  it('the only open invoice of its amount, when it names none', () => {
    expect(propose(700, 'thank you')).toMatchObject({ fit: 'by-amount', memberId: 'ash', rest: 0 });
    expect(propose(300, 'thank you')).toEqual({ fit: 'unknown', settles: [], rest: 300 });
    expect(propose(5000, 'thank you').fit).toBe('unknown');
    expect(propose(5000, 'thank you', undefined, 'EUR')).toMatchObject({ fit: 'by-amount', memberId: 'oak' });
  });

  it('nothing when it names several members, a longer number, or an invoice of another currency', () => {
    expect(propose(600, '2026-000042, 2026-000043')).toEqual({ fit: 'several-members', settles: [], rest: 600 });
    expect(propose(1, '92026-0000421').fit).toBe('unknown');
    expect(propose(1, '2026-000044').fit).toBe('unknown');
  });
});

test('an entry without a reference of the bank has one of its statement, by which it is booked once', () => {
  const entry = { number: 3, amount: 1, side: 'credit' as const, valueOn: '2026-11-23', text: '' };
  const entries = [
    { ...entry, reference: 'BR-1' },
    { ...entry, reference: '' },
  ];
  const statement = { id: '2026-117', account: '1', currency: 'USD', day: '2026-11-24', entries };
  expect(storedEntries(statement).map(({ reference, v }) => [reference, v])).toEqual([
    ['BR-1', 1],
    ['2026-117/3', 1],
  ]);
});

test('an entry is open until it is decided, and again when its payment was taken back on the account', () => {
  const by = { at: '2026-11-25T09:00:00.000Z', by: 'staff:stf_ann' };
  const decided = { as: 'payment' as const, memberId: 'ash', entryId: 'ent_1', ...by };
  const back = { ...invoice('T', 1, '2026-11-04'), reverses: { entryId: 'ent_1', why: 'bounced' as const } };
  expect(stateOf({}, () => [])).toBe('open');
  expect(stateOf({ decided }, () => ash)).toBe('payment');
  expect(stateOf({ decided }, () => [...ash, back])).toBe('open');
  expect(stateOf({ decided: { as: 'set-aside', reason: 'x', ...by } }, () => [])).toBe('set-aside');
  const own = { as: 'own' as const, kind: 'supplier-paid' as const, entryId: 'ent_2', ...by };
  expect(stateOf({ decided: own }, () => [])).toBe('own');
  expect(bankDecisionSchema.safeParse({ as: 'own', kind: 'cost-booked' }).success).toBe(false);
  expect(bankDecisionSchema.safeParse({ as: 'set-aside', reason: '' }).success).toBe(false);
});

test.each(bankKindNames)(
  'an entry of the kind %s is reversed by one that moves the bank in the other direction',
  (kind) => {
    const { side, back } = bankKinds[kind];
    const { debit, credit } = entryKinds[kind];
    expect(side === 'credit' ? debit : credit).toBe('bank');
    expect(entryKinds[back]).toEqual({ debit: credit, credit: debit });
    expect(bankKinds[back].back).toBe(kind);
  },
);
