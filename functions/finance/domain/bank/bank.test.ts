import fc from 'fast-check';
import { entryKinds } from '../../../../layers/records/ledger/domain/kinds.ts';
import { bankKindNames, bankKinds } from '../books/own-entry.ts';
import type { AccountLine } from '../member-account/account-line.ts';
import { bankDecisionSchema, contentOf, ownKindOf, releasedBy, stateOf, storedEntries } from './bank-entry.ts';
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

const entry = { number: 1, reference: 'BR-1', amount: 900, side: 'credit' as const, valueOn: '2026-11-23', text: '' };
const statement = { id: '2026-117', account: '1', currency: 'USD', day: '2026-11-24' };
type Read = Parameters<typeof storedEntries>[0];
const claimsOf = (over: Partial<Read>, ...entries: Partial<Read['entries'][number]>[]): (string | undefined)[] =>
  storedEntries({
    ...{ ...statement, ...over },
    entries: entries.map((one, at) => ({ ...entry, number: at + 1, ...one })),
  }).map(({ claim }) => claim);

test('an entry without a reference of the bank has one of its statement', () => {
  const entries = [entry, { ...entry, number: 3, reference: '' }];
  expect(storedEntries({ ...statement, entries }).map(({ reference, v }) => [reference, v])).toEqual([
    ['BR-1', 1],
    ['2026-117/3', 1],
  ]);
});

describe('An entry of the bank is booked once', () => {
  it('by account and reference, in whichever statement it is sent again', () => {
    const own = { unique: 'account' as const };
    const [claim] = claimsOf({}, own);
    expect(claimsOf({ id: '2026-118', day: '2026-11-25' }, {}, own)[1]).toBe(claim);
    expect(claimsOf({}, { ...own, reference: ' br-1' })).toEqual([claim]);
    const others = [
      claimsOf({ account: '2' }, own),
      claimsOf({ currency: 'EUR' }, own),
      claimsOf({}, { ...own, side: 'debit' }),
      claimsOf({}, { ...own, amount: 901 }),
      claimsOf({}, { unique: 'day' }),
      claimsOf({ day: '2026-11-25' }, { unique: 'day' }),
    ].flat();
    expect(new Set([claim, ...others]).size).toBe(7);
  });

  it('by its place in the statement where the reference is a number of the entry', () => {
    const all = [
      ...claimsOf({}, { reference: '1' }, { reference: '1' }, { reference: '' }),
      ...claimsOf({ id: '2026-118' }, { reference: '1' }),
      ...claimsOf({ account: '2' }, { reference: '1' }),
    ];
    expect(new Set(all).size).toBe(5);
    expect(claimsOf({}, { reference: '1' })).toEqual([all[0]]);
  });

  it('with a claim of its own, whatever the bank writes, and the same claim in the same file', () => {
    const one = fc.record({
      reference: fc.constantFrom('', '1', 'BR-1', 'br-1'),
      unique: fc.constantFrom('account' as const, 'day' as const, undefined),
      amount: fc.integer({ min: 1, max: 3 }),
      side: fc.constantFrom('credit' as const, 'debit' as const),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (entries) => {
        const given = entries.map(({ unique, ...rest }) => ({
          ...rest,
          ...(unique && rest.reference !== '' && { unique }),
        }));
        const claims = claimsOf({}, ...given);
        expect(new Set(claims).size).toBe(claims.length);
        expect(claimsOf({}, ...given)).toEqual(claims);
      }),
    );
  });
});

test('a statement that is sent again has the same content as one that was read by an earlier version', () => {
  const read = { ...statement, entries: [entry] };
  const now = {
    ...statement,
    entries: [{ ...entry, unique: 'day' as const, nature: 'fee' as const, charges: 5, payerReference: 'P' }],
    others: [{ code: '720', amount: 1, text: '' }],
  };
  expect(contentOf(now)).toBe(JSON.stringify(read));
});

test('the code of the bank proposes a kind of the own books: what the bank takes is a cost, what it pays is interest', () => {
  const kinds = (nature?: 'fee' | 'interest' | 'returned') =>
    (['debit', 'credit'] as const).map((side) => ownKindOf({ side, ...(nature && { nature }) }));
  expect(kinds('fee')).toEqual(['bank-fee-paid', 'bank-fee-returned']);
  expect(kinds('interest')).toEqual(['bank-fee-paid', 'interest-received']);
  // A payment of the consortium that comes back is of a supplier; one of a member that goes back is matched with its booking.
  expect(kinds('returned')).toEqual([undefined, 'supplier-repaid']);
  expect(kinds()).toEqual([undefined, undefined]);
});

test('an entry is open until it is decided, and again when its payment was entered by mistake; not when the bank returned it', () => {
  const by = { at: '2026-11-25T09:00:00.000Z', by: 'staff:stf_ann' };
  const decided = { as: 'payment' as const, memberId: 'ash', entryId: 'ent_1', ...by };
  const back = { ...invoice('T', 1, '2026-11-04'), reverses: { entryId: 'ent_1', why: 'bounced' as const } };
  expect(stateOf({}, () => [])).toBe('open');
  expect(stateOf({ decided }, () => ash)).toBe('payment');
  expect(stateOf({ decided }, () => [...ash, back])).toBe('returned');
  // What the bank returned has been received: only a payment that was entered by mistake gives its claim back.
  const mistyped = { ...back, reverses: { entryId: 'ent_1', why: 'mistyped' as const } };
  expect(stateOf({ decided }, () => [...ash, mistyped])).toBe('open');
  expect([releasedBy({ decided }, [...ash, back]), releasedBy({ decided }, [mistyped])]).toEqual([undefined, 'ent_1']);
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
