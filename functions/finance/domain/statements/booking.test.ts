import { balanceOf } from '../../../../layers/records/ledger/domain/ledger.ts';
import { post } from '../../../../layers/records/ledger/domain/post.ts';
import { built } from '../../../../test/builders/statements.ts';
import { billingSchema, chosenBlocks } from './billing-policy.ts';
import { accrualPostings, bookingIds, documentOf, duesIn, passesNettingOn, statementPostings } from './booking.ts';
import { dueOn, fiscalYearOf, invoiceNumberOf } from './invoice.ts';
import { sumOfLines } from './statement.ts';

describe('What a statement books', () => {
  const all = Object.fromEntries(chosenBlocks.map((block) => [block, 'charge']));
  const body = billingSchema.parse({ modes: all, tax: { dues: { category: 'S', rate: 1900 } } });
  const charge = {
    ...{
      kind: 'one-off' as const,
      memberId: 'law',
      code: 'van',
      description: 'Courier',
      amount: 4500,
      currency: 'USD',
    },
    ...{
      tax: { category: 'S' as const, rate: 1900 },
      reason: 'Order 7',
      by: 'staff:a',
      at: '2026-10-12T00:00:00.000Z',
    },
  };
  const statements = built({ billing: { name: 'billing/1', body }, adjustments: [charge] });

  it('is the amount due, in the member’s own books, whatever its lines sum to', () => {
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

  it('is booked under ids that are known in advance, and shows which part of it is dues', () => {
    for (const statement of statements) {
      const ids = bookingIds(`statement-${statement.month}-${statement.memberId}`);
      const postings = statementPostings(statement, '2026-11-03T00:00:00.000Z');
      expect(postings.filter(({ entryId }) => !ids.includes(entryId))).toEqual([]);
      const dues = postings.find(({ kind }) => kind === 'dues-billed')?.amount ?? 0;
      expect(duesIn(statement)).toBe(dues);
      expect(dues).toBeGreaterThan(0);
    }
  });

  it('finding F7: is accrued at the end of its month and reversed by the bill: each month has its own cost', () => {
    const at = '2026-11-03T00:00:00.000Z';
    for (const statement of statements) {
      const entries = [...accrualPostings(statement, at), ...statementPostings(statement, at)].map((posting) => {
        const booked = post(posting);
        if ('refused' in booked) throw new Error(booked.refused[0]?.detail);
        return booked;
      });
      expect(new Set(entries.map(({ period }) => period))).toEqual(new Set([statement.month]));
      const { memberId: member, currency } = statement;
      const costs = (month: string): number =>
        (['platform-costs', 'dues', 'services', 'tax-on-charges'] as const).reduce((sum, account) => {
          const own = entries.filter(({ periodKey }) => periodKey === month);
          return sum + balanceOf(own, { account, member, currency });
        }, 0);
      const between = statement.lines.filter(({ block }) => block === 'between-members');
      expect([costs('2026-10'), costs('2026-11')]).toEqual([statement.due - sumOfLines(between), 0]);
      expect(balanceOf(entries, { account: 'accrued-to-consortium', member, currency })).toBe(0);
      expect(new Set(entries.map(({ entryId }) => entryId)).size).toBe(entries.length);
    }
  });

  it('passes the netting on where debts between members are charged, and books nothing that is only shown', () => {
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

test('finding F7: the series of an invoice is of the fiscal year of its month of service, whenever it is issued', () => {
  expect([fiscalYearOf('2026-12', 1), fiscalYearOf('2026-06', 7)]).toEqual(['2026', '2025']);
});
