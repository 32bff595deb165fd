import fc from 'fast-check';
import type { AccountLine } from './account-line.ts';
import { accountColumns, accountStatements } from './account-statement.ts';
import { ageingOf, ages } from './ageing.ts';
import { accountTable } from './files/account-table.ts';
import { settle } from './settling.ts';

const line = (at: string, kind: AccountLine['kind'], amount: number, more: Partial<AccountLine> = {}): AccountLine => ({
  ...{ at: `${at}T00:00:00.000Z`, entryId: `${kind}-${at}`, kind, amount, currency: 'EUR', reference: `${kind} ${at}` },
  ...more,
});

test('F12 a statement of account has opening balance, movements and closing balance, column by column', () => {
  const lines = [
    line('2026-08-02', 'invoice', 10_000, { dueOn: '2026-09-01', dues: 6_000 }),
    line('2026-09-02', 'invoice', 8_000, { dueOn: '2026-10-02', dues: 6_000 }),
    line('2026-09-20', 'payment', -20_000, { valueOn: '2026-09-18' }),
    line('2026-10-02', 'credit-note', -500),
    line('2026-10-03', 'payout', 1_000),
    line('2026-11-02', 'invoice', 7_000, { dueOn: '2026-12-02' }),
  ];
  expect(accountStatements(lines, { from: '2026-09-01', to: '2026-10-31' })).toMatchObject([
    {
      ...{ currency: 'EUR', opening: 10_000, dues: 6_000, charges: 2_000, payments: -18_000, prepayments: -2_000 },
      ...{ creditNotes: -500, reversals: 0, payouts: 1_000, closing: -1_500, open: [] },
      ageing: { notDue: 0, upTo30: 0, upTo60: 0, upTo90: 0, over90: 0, inCredit: 1_500 },
      lines: [{ balance: 18_000, open: 0 }, { balance: -2_000 }, { balance: -2_500 }, { balance: -1_500, open: 0 }],
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
])('an amount due on 1 October is on %s %s', (today, age) => {
  const settled = settle([line('2026-09-01', 'invoice', 100, { dueOn: '2026-10-01' })]);
  expect(ageingOf(settled, today)).toMatchObject({ [age]: 100 });
});

describe('A payment', () => {
  const first = line('2026-08-02', 'invoice', 100, { dueOn: '2026-09-01' });
  const second = line('2026-09-02', 'invoice', 200, { dueOn: '2026-10-02' });
  const open = (...lines: AccountLine[]) => settle(lines).owed.map((one) => one.open);

  it('settles the oldest due amount, also partly', () => {
    expect(open(first, second, line('2026-10-10', 'payment', -150))).toEqual([0, 150]);
  });

  it('settles the invoices it names, and with the rest the oldest', () => {
    const directed = line('2026-10-10', 'payment', -150, { settles: [{ invoice: second.reference, amount: 120 }] });
    expect(open(first, second, directed)).toEqual([70, 80]);
  });

  it('above the open amount waits for the next invoice', () => {
    const early = line('2026-08-03', 'payment', -250);
    expect(settle([first, early])).toMatchObject({ inCredit: 150, given: [{ ahead: 150, left: 150 }] });
    expect(open(first, early, second)).toEqual([0, 50]);
  });

  it('that is reversed leaves no effect, and what it settled is open again', () => {
    const paid = line('2026-10-10', 'payment', -300);
    const back = line('2026-10-12', 'reversal', 300, { reverses: { entryId: paid.entryId, why: 'bounced' } });
    expect(open(first, second, paid)).toEqual([0, 0]);
    expect(open(first, second, paid, back)).toEqual([100, 200]);
    const [before] = accountStatements([first, second, paid, back], { from: '2026-10-01', to: '2026-10-11' });
    expect(before).toMatchObject({ closing: 0, reversals: 0, open: [] });
    const [after] = accountStatements([first, second, paid, back], { from: '2026-10-01', to: '2026-10-12' });
    expect(after).toMatchObject({
      closing: 300,
      payments: -300,
      reversals: 300,
      lines: [{ reversedBy: back.entryId }, {}],
    });
  });

  it('is preceded by a credit note, which settles what it corrects', () => {
    const note = line('2026-10-05', 'credit-note', -60, { corrects: [second.reference] });
    expect(open(first, second, note)).toEqual([100, 140]);
  });
});

const day = fc.integer({ min: 1, max: 28 }).map((one) => `2026-0${1 + (one % 9)}-${String(one).padStart(2, '0')}`);
const given = fc.tuple(
  day,
  fc.constantFrom('credit-note' as const, 'payment' as const),
  fc.integer({ min: 1, max: 10_000 }),
);
const owed = fc.tuple(day, fc.integer({ min: 1, max: 10_000 }), day);
/** Invoices, credit notes and payments, some for a named invoice, some reversed later. */
const accounts = fc
  .tuple(fc.array(owed, { maxLength: 12 }), fc.array(fc.tuple(given, fc.nat(12), fc.boolean()), { maxLength: 12 }))
  .map(([invoices, givers]) => {
    const billed = invoices.map(([at, amount, dueOn], place) =>
      line(at, 'invoice', amount, { entryId: `inv-${place}`, reference: `R-${place}`, dueOn, dues: amount >> 1 }),
    );
    const paid = givers.flatMap(([[at, kind, amount], place, isBack]): AccountLine[] => {
      const entryId = `${kind}-${at}-${amount}`;
      const settles = kind === 'payment' ? { settles: [{ invoice: `R-${place}`, amount: 1 + (amount >> 2) }] } : {};
      const one = line(at, kind, -amount, { entryId, ...settles });
      const back = { entryId: `${entryId}-reversal`, reverses: { entryId, why: 'bounced' as const } };
      return isBack && kind === 'payment' ? [one, line('2026-10-01', 'reversal', amount, back)] : [one];
    });
    return [...new Map([...billed, ...paid].map((one) => [one.entryId, one])).values()];
  });

test('F12 open amounts less credits are the balance, nothing is settled twice, and the columns sum, in any order', () => {
  fc.assert(
    fc.property(accounts, fc.integer(), (all, seed) => {
      const settled = settle(all);
      const { inCredit, ...open } = ageingOf(settled, '2026-10-15');
      const sum = ages.reduce((whole, age) => whole + open[age], 0);
      expect(sum - inCredit).toBe(all.reduce((whole, { amount }) => whole + amount, 0));
      expect(sum === 0 || inCredit === 0).toBe(true);
      for (const { line: one, open: rest } of settled.owed) {
        const parts = settled.given.flatMap((giver) => giver.settled).filter(({ entryId }) => entryId === one.entryId);
        expect(parts.reduce((whole, { amount }) => whole + amount, 0)).toBe(one.amount - rest);
      }
      for (const { line: one, settled: parts, left } of settled.given)
        expect(parts.reduce((whole, { amount }) => whole + amount, left)).toBe(-one.amount);
      const range = { from: '2026-03-01', to: '2026-10-15' };
      const turned = all.toSorted((a, b) => ((seed ^ a.amount) % 7) - ((seed ^ b.amount) % 7));
      expect(accountStatements(turned, range)).toEqual(accountStatements(all, range));
      const [statement] = accountStatements(all, range);
      if (!statement) return;
      const { opening, closing, lines } = statement;
      expect(accountColumns.reduce((whole, name) => whole + statement[name], opening)).toBe(closing);
      expect(lines.reduce((whole, { amount }) => whole + amount, opening)).toBe(closing);
      expect(lines.at(-1)?.balance ?? closing).toBe(closing);
    }),
    { numRuns: 200 },
  );
});

test('a line shows the disputed amount without a decision, from the day of the dispute', () => {
  const invoice = line('2026-08-02', 'invoice', 10_000, { entryId: 'statement-2026-07-ash' });
  const about = { entryId: invoice.entryId, amount: 6000 };
  const disputes = [
    { ...about, lineId: 'dues-membership', since: '2026-09-03T10:00:00.000Z' },
    { ...about, lineId: 'idle-idle-platform', since: '2026-08-20T10:00:00.000Z' },
    { ...about, entryId: 'statement-2026-06-ash', lineId: 'dues-other', since: '2026-08-01T10:00:00.000Z' },
  ];
  const disputedUntil = (to: string) =>
    accountStatements([invoice], { from: '2026-08-01', to }, disputes)[0]?.lines.map(({ disputed }) => disputed);
  expect(disputedUntil('2026-08-10')).toEqual([undefined]);
  expect(disputedUntil('2026-09-30')).toEqual([
    [
      { lineId: 'idle-idle-platform', amount: 6000, since: '2026-08-20T10:00:00.000Z' },
      { lineId: 'dues-membership', amount: 6000, since: '2026-09-03T10:00:00.000Z' },
    ],
  ]);
  const [account] = accountStatements([invoice], { from: '2026-08-01', to: '2026-09-30' }, disputes);
  const [, first] = accountTable('ash', account ? [account] : [], { from: '2026-08-01', to: '2026-09-30' }).rows;
  expect(first?.at(-1)).toBe('idle-idle-platform dues-membership');
});
