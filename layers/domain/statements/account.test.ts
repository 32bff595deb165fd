import fc from 'fast-check';
import { built } from '../../../test/builders/statements.ts';
import { balanceOf } from '../ledger/ledger.ts';
import { post } from '../ledger/post.ts';
import { type AccountLine, accountStatements, ageingOf } from './account.ts';
import { billingSchema, blocks } from './billing-policy.ts';
import { documentOf, passesNettingOn, statementPostings } from './booking.ts';
import { dueOn, fiscalYearOf, invoiceNumberOf } from './invoice.ts';

const line = (at: string, kind: AccountLine['kind'], amount: number, due?: string): AccountLine => ({
  ...{ at: `${at}T00:00:00.000Z`, entryId: `${kind}-${at}`, kind, amount, currency: 'EUR', reference: 'r' },
  ...(due !== undefined && { dueOn: due }),
});

test('a statement of account opens, moves and closes', () => {
  const lines = [
    line('2026-08-02', 'invoice', 10_000, '2026-09-01'),
    line('2026-09-02', 'invoice', 8_000, '2026-10-02'),
    line('2026-09-20', 'payment', -10_000),
    line('2026-10-02', 'credit-note', -500),
    line('2026-11-02', 'invoice', 7_000, '2026-12-02'),
  ];
  expect(accountStatements(lines, { from: '2026-09-01', to: '2026-10-31' })).toMatchObject([
    {
      ...{ currency: 'EUR', opening: 10_000, charges: 8_000, payments: -10_000, creditNotes: -500, closing: 7_500 },
      ageing: { notDue: 0, upTo30: 7_500, upTo60: 0, upTo90: 0, over90: 0, inCredit: 0 },
    },
  ]);
});

test.each([
  ['2026-10-01', 'notDue'],
  ['2026-10-02', 'upTo30'],
  ['2026-10-31', 'upTo30'],
  ['2026-11-01', 'upTo60'],
  ['2026-11-30', 'upTo60'],
  ['2026-12-30', 'upTo90'],
  ['2026-12-31', 'over90'],
])('what is due on 1 October is on %s %s', (today, age) => {
  expect(ageingOf([line('2026-09-01', 'invoice', 100, '2026-10-01')], today)).toMatchObject({ [age]: 100 });
});

test('ages always sum to the balance, and the oldest is settled first', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((one) => `2026-0${1 + (one % 9)}-${String(one).padStart(2, '0')}`);
  const kind = fc.constantFrom<AccountLine['kind'][]>('invoice', 'credit-note', 'payment');
  const lines = fc.array(
    fc
      .tuple(day, kind, fc.integer({ min: 1, max: 10_000 }), day)
      .map(([at, of, amount, due]) =>
        line(at, of, of === 'invoice' ? amount : -amount, of === 'invoice' ? due : undefined),
      ),
  );
  fc.assert(
    fc.property(lines, (all) => {
      const { inCredit, ...open } = ageingOf(all, '2026-10-15');
      const owed = Object.values(open).reduce((sum, amount) => sum + amount, 0);
      expect(owed - inCredit).toBe(all.reduce((sum, { amount }) => sum + amount, 0));
      expect(owed === 0 || inCredit === 0).toBe(true);
      const [statement] = accountStatements(all, { from: '2026-03-01', to: '2026-10-15' });
      if (!statement) return;
      const { opening, charges, payments, creditNotes, closing } = statement;
      expect(opening + charges + payments + creditNotes).toBe(closing);
    }),
  );
});

describe('What a statement books', () => {
  const all = Object.fromEntries(blocks.filter((block) => block !== 'tax').map((block) => [block, 'charge']));
  const body = billingSchema.parse({ modes: all, tax: { dues: { category: 'S', rate: 1900 } } });
  const statements = built({ billing: { name: 'billing/1', body } });

  it('is what is due, in the member’s own books, whatever its lines come to', () => {
    for (const statement of statements) {
      const entries = statementPostings(statement, '2026-11-03T00:00:00.000Z').map((posting) => {
        const booked = post(posting);
        if ('refused' in booked) throw new Error(booked.refused[0]?.detail);
        return booked;
      });
      const { memberId: member, currency } = statement;
      expect(balanceOf(entries, { account: 'due-to-consortium', member, currency })).toBe(statement.due);
      expect(new Set(entries.flatMap((entry) => entry.lines.map((one) => one.member)))).toEqual(new Set([member]));
    }
  });

  it('passes the netting on where what members owe each other is charged, and books nothing that is only shown', () => {
    expect(statements.filter(passesNettingOn).map(({ memberId }) => memberId)).toEqual(['abbey', 'law']);
    for (const shown of built())
      expect([statementPostings(shown, '2026-11-03T00:00:00.000Z'), documentOf(shown)]).toEqual([[], undefined]);
    expect(new Set(statements.map(documentOf))).toEqual(new Set(['invoice']));
  });
});

test('invoices are numbered by their issuer’s fiscal year and due by the policy’s days', () => {
  expect([fiscalYearOf('2026-06-30T23:59:59.999Z', 7), fiscalYearOf('2026-07-01T00:00:00.000Z', 7)]).toEqual([
    '2025',
    '2026',
  ]);
  expect([invoiceNumberOf('2026', 42), dueOn('2026-12-20T10:00:00.000Z', 30)]).toEqual(['2026-000042', '2027-01-19']);
});
