import { balanceOf } from '../../../../layers/records/ledger/domain/ledger.ts';
import { post } from '../../../../layers/records/ledger/domain/post.ts';
import { brokenFocusRules } from '../../../../test/builders/focus-rules.ts';
import { built } from '../../../../test/builders/statements.ts';
import { booksLines } from '../books/books-lines.ts';
import { correctedOf } from './adjustment.ts';
import { billedFrom, carriedMonths, type Deferred, endsCycle, originOf } from './billing-cycle.ts';
import { billingSchema, chosenBlocks, policyMode } from './billing-policy.ts';
import { accrualPostings, documentOf, statementPostings } from './booking.ts';
import { focusTable } from './files/focus-table.ts';
import { lineTitle } from './files/line-texts.ts';
import { taxTotals } from './files/ubl-tax.ts';
import { referencesOf } from './invoice.ts';
import { type Statement, statementSchema } from './statement.ts';
import { taxOf } from './tax-lines.ts';
import { figuresOf, linesOfFee } from './true-up.ts';

const modes = Object.fromEntries(chosenBlocks.map((block) => [block, 'charge']));
const tax = { dues: { category: 'S', rate: 1900 } };
const billingOf = (over: object) => ({ name: 'billing/1', body: billingSchema.parse({ modes, tax, ...over }) });
const made = { by: 'staff:stf_1', at: '2026-10-12T00:00:00.000Z', currency: 'USD' };
const van = {
  ...{ kind: 'one-off' as const, memberId: 'law', code: 'van', description: 'Courier', amount: 4500 },
  ...{ reason: 'Order 7', tax: { category: 'AA' as const, rate: 700 }, ...made },
};
const ofLaw = (statements: readonly Statement[]): Statement => {
  const found = statements.find(({ memberId }) => memberId === 'law');
  if (!found) throw new Error('no statement');
  return found;
};
/** October in the middle of a quarter, as two closed months; and as the last month of one. */
const waiting = ofLaw(built({ billing: billingOf({ cycle: 'quarterly', fiscalYearStartsIn: 9 }), adjustments: [van] }));
const earlier = ['2026-08', '2026-09'].map((month): Deferred => ({ ...waiting, month }));
const last = billingOf({ cycle: 'quarterly', fiscalYearStartsIn: 8, tax: { dues: { category: 'AA', rate: 500 } } });
const billing = ofLaw(built({ billing: last, deferred: earlier }));
const issued = '2026-11-03T00:00:00.000Z';

describe('Billing by quarter or year', () => {
  test('a cycle begins with the fiscal year of the consortium, and a member may have a cycle of its own', () => {
    const months = ['2026-07', '2026-09', '2026-10', '2026-12', '2027-03', '2027-06'];
    const ends = (over: object) => months.filter((month) => endsCycle(billingOf(over).body, 'law', month));
    expect(ends({})).toEqual(months);
    expect(ends({ cycle: 'quarterly' })).toEqual(['2026-09', '2026-12', '2027-03', '2027-06']);
    expect(ends({ cycle: 'quarterly', fiscalYearStartsIn: 11 })).toEqual(['2026-07', '2026-10']);
    expect(ends({ cycle: 'yearly', fiscalYearStartsIn: 7 })).toEqual(['2027-06']);
    const memberCycles = [{ memberId: 'law', cycle: 'yearly' }];
    expect(ends({ memberCycles })).toEqual(['2026-12']);
    const twice = billingSchema.safeParse({ memberCycles: [...memberCycles, ...memberCycles] });
    expect(twice.success).toBe(false);
  });

  test('a month before the last one of its cycle bills nothing: its lines wait, without tax, and its costs are accrued', () => {
    expect([waiting.due, documentOf(waiting), statementPostings(waiting, issued)]).toEqual([0, undefined, []]);
    expect(new Set(waiting.lines.map(({ mode }) => mode))).toEqual(new Set(['deferred']));
    const dues = waiting.lines.find(({ block }) => block === 'dues');
    expect(dues?.taxRule).toEqual(tax.dues);
    expect(dues && correctedOf(waiting, dues)).toEqual({ block: 'dues', tax: tax.dues });
    expect(dues && policyMode(dues.mode)).toBe('charge');
    const accrued = accrualPostings(waiting, issued).map(({ kind, at }) => [kind, at.slice(0, 7)]);
    expect(accrued).toEqual([
      ['platform-accrued', '2026-10'],
      ['dues-accrued', '2026-10'],
      ['services-accrued', '2026-10'],
    ]);
    expect(statementSchema.parse(JSON.parse(JSON.stringify(waiting)))).toEqual(waiting);
  });

  test('its last month bills the lines of all its months, each taxed by the rule of its own month', () => {
    const carried = billing.lines.filter(({ carries }) => carries);
    const open = waiting.lines.reduce((sum, { amount }) => sum + amount, 0);
    expect(carried.reduce((sum, { amount }) => sum + amount, 0)).toBe(2 * open);
    const own = billing.lines.filter(({ carries, block }) => !carries && block !== 'tax');
    const net = own.reduce((sum, { amount }) => sum + amount, 2 * open);
    const dues = waiting.lines.find(({ block }) => block === 'dues')?.amount ?? 0;
    const taxes = billing.lines.filter(({ block }) => block === 'tax');
    expect(taxes.map(({ tax: of, amount }) => [of, amount])).toEqual([
      [{ category: 'AA', rate: 500, base: dues }, taxOf(dues, 500)],
      [{ category: 'AA', rate: 700, base: 9000 }, 630],
      [{ category: 'S', rate: 1900, base: 2 * dues }, taxOf(2 * dues, 1900)],
    ]);
    expect(billing.due).toBe(net + taxes.reduce((sum, { amount }) => sum + amount, 0));
    expect([billedFrom(billing), carriedMonths(billing)]).toEqual(['2026-08', ['2026-08', '2026-09']]);
    expect(taxTotals(billing).reduce((sum, one) => sum + one.base + one.amount, 0)).toBe(billing.due);
    const courier = carried.find(({ title }) => title === 'one-off');
    expect(courier && lineTitle(courier, 'eng')).toBe('Courier (August 2026)');
    expect(courier?.evidence).toEqual({ kind: 'carried', month: '2026-08', lineId: 'one-off-van', reason: 'Order 7' });
    expect(courier && originOf({ month: '2026-10', lineId: courier.lineId })).toEqual(courier?.carries);
    const named = carried.find(({ block }) => block === 'dues');
    expect(named && lineTitle(named, 'spa')).toBe('Cuota anual: membership (agosto de 2026)');
    expect(statementSchema.parse(JSON.parse(JSON.stringify(billing)))).toEqual(billing);
  });

  test('what is accrued is reversed once it is billed, in the books of the member and of the consortium', () => {
    const months = earlier.map((one) => ({ ...waiting, month: one.month }));
    const postings = [...months, billing].flatMap((one) => [
      ...accrualPostings(one, issued),
      ...statementPostings(one, issued),
    ]);
    const entries = postings.map((posting) => {
      const entry = post(posting);
      if ('refused' in entry) throw new Error(entry.refused[0]?.detail);
      return entry;
    });
    expect(new Set(entries.map(({ entryId }) => entryId)).size).toBe(entries.length);
    const of = { member: 'law', currency: 'USD' };
    expect(balanceOf(entries, { account: 'accrued-to-consortium', ...of })).toBe(0);
    expect(balanceOf(entries, { account: 'due-to-consortium', ...of })).toBe(billing.due);
    const revenue = (month: string) =>
      entries
        .filter(({ periodKey }) => periodKey === month)
        .flatMap(booksLines)
        .reduce((sum, { account, side, amount }) => {
          if (!account.startsWith('revenue-')) return sum;
          return side === 'credit' ? sum + amount : sum - amount;
        }, 0);
    const costs = waiting.lines.filter(({ block }) => block !== 'between-members');
    const cost = costs.reduce((sum, { amount }) => sum + amount, 0);
    // The month of the bill has no revenue of it: each month has its own.
    expect(['2026-08', '2026-09', '2026-10', '2026-11'].map(revenue)).toEqual([cost, cost, cost - 4500, 0]);
  });

  test('a member that left is billed in the last month of its cycle; without it, its lines wait on', () => {
    const left = earlier.map((one) => ({ ...one, memberId: 'former' }));
    const statements = built({ billing: last, deferred: left });
    expect(statements.find(({ memberId }) => memberId === 'former')?.lines.every(({ carries }) => carries)).toBe(false);
    expect(statements.find(({ memberId }) => memberId === 'former')?.due).toBeGreaterThan(0);
    const next = built({ billing: billingOf({ cycle: 'yearly' }), deferred: left });
    expect(next.some(({ memberId }) => memberId === 'former')).toBe(false);
  });

  test('a true-up counts each line once, in its own month; a bill names what its carried corrections correct', () => {
    const year = { fee: 'membership', year: 2026, startsIn: 7 };
    const dues = waiting.lines.find(({ block }) => block === 'dues');
    expect(linesOfFee(billing, year).map(({ carries, amount }) => [carries, amount])).toEqual([
      [undefined, dues?.amount],
    ]);
    const corrects = { month: '2026-10', lineId: 'carried-2026-08-dues-membership', block: 'dues' as const };
    const line = billing.lines.find(({ carries }) => !carries);
    const corrected = line
      ? [{ ...line, corrects: { ...corrects, invoice: '2026-000007' }, mode: 'charge' as const }]
      : [];
    expect(linesOfFee({ lines: corrected }, year)).toHaveLength(1);
    expect(referencesOf(corrected)).toEqual({ corrects: ['2026-000007'] });
    const scenario = { formula: { name: 'membership' }, year: 2026 } as Parameters<typeof figuresOf>[1]['scenario'];
    const figures = figuresOf(billing, { scenario, starts: new Map([['law', 7]]) });
    const platform = billing.lines.filter(({ carries, exact }) => !carries && exact !== undefined);
    expect(figures.platform).toBe(platform.reduce((sum, { amount }) => sum + amount, 0));
    const trueUp = { ...(line as Statement['lines'][number]), mode: 'charge' as const };
    const evidence = { kind: 'carried' as const, month: '2026-08', lineId: 'x', invoices: ['2026-000003'] };
    expect(referencesOf([{ ...trueUp, evidence }])).toEqual({ corrects: ['2026-000003'] });
  });

  test('F11 the FOCUS file of a quarter has the quarter as its billing period, and bills each line once', () => {
    const names = {
      issuer: 'Lakes Consortium',
      member: 'Law library',
      invoice: '2026-000001',
      language: 'eng' as const,
    };
    for (const statement of [billing, { ...waiting, month: '2026-10' }]) {
      const { columns, rows } = focusTable(statement, statement === billing ? names : { ...names, invoice: '' });
      const texts = rows.map((row) =>
        Object.fromEntries(
          columns.map((name, at) => {
            const cell = row[at];
            return [name, typeof cell === 'object' && 'number' in cell ? cell.number : String(cell ?? '')];
          }),
        ),
      );
      const billed = texts.reduce((sum, { BilledCost }) => sum + Math.round(Number(BilledCost) * 100), 0);
      expect(billed).toBe(statement.due);
      if (statement !== billing) continue;
      expect(new Set(texts.map(({ BillingPeriodStart }) => BillingPeriodStart))).toEqual(
        new Set(['2026-08-01T00:00:00Z']),
      );
      // The rule is that of monthly bills; FOCUS itself leaves the length of a billing period open.
      expect(brokenFocusRules([...columns], texts)).toEqual(['the billing period ends, exclusively, a month later']);
    }
  });
});
