import { brokenFocusRules, type FocusRow } from '../../../../../test/builders/focus-rules.ts';
import { built } from '../../../../../test/builders/statements.ts';
import { billingSchema, chosenBlocks, type Mode } from '../billing-policy.ts';
import type { CorrectedLine, Statement } from '../statement.ts';
import { focusTable } from './focus-table.ts';

const names = { issuer: 'Lakes and Rivers Library Consortium e. V.', member: 'Law library', invoice: '2026-000001' };
const all: Record<string, Mode> = Object.fromEntries(chosenBlocks.map((block) => [block, 'charge']));
const made = { by: 'staff:stf_1', at: '2026-10-12T00:00:00.000Z', currency: 'USD', reason: 'x' };
const corrected: Record<string, CorrectedLine> = {
  'dues-membership': { block: 'dues', tax: { category: 'S', rate: 1900 } },
  'direct-own-search': { block: 'direct', service: 'search', tax: { category: 'AE', rate: 0 } },
  'between-members-loans-USD': { block: 'between-members' },
};
const adjustmentsIn = (mode: Mode) =>
  Object.entries(corrected).map(([lineId, line], at) => ({
    ...{ kind: 'correction' as const, memberId: 'law', corrects: { month: '2026-09', lineId }, amount: 10 * at - 15 },
    ...{ ...made, line, mode },
  }));
const credit = { kind: 'credit' as const, memberId: 'law', code: 'outage', amount: -100, ...made };
const van = { ...credit, kind: 'one-off' as const, code: 'van', description: 'Courier', amount: 4500 };

const statementIn = (currency: string, modes: Partial<Record<string, Mode>> = all): Statement => {
  const rates = currency === 'USD' ? [] : [{ from: 'USD', rate: '151.35', source: 'ECB', date: '2026-10-30' }];
  const tax = { dues: { category: 'S', rate: 1900 }, direct: { category: 'AE', rate: 0 } };
  const body = billingSchema.parse({ currency, modes, tax, rates });
  const found = built({
    billing: { name: 'billing/1', body },
    adjustments: [...adjustmentsIn(modes.correction ?? 'showback'), credit, ...(modes.dues === 'charge' ? [van] : [])],
  }).find(({ memberId }) => memberId === 'law');
  if (!found) throw new Error('no statement');
  return found;
};

const tableOf = (statement: Statement, invoice: string | undefined = names.invoice) => {
  const { issuer, member } = names;
  const { columns, rows } = focusTable(statement, {
    issuer,
    member,
    language: 'eng',
    ...(invoice !== undefined && { invoice }),
  });
  const text = rows.map((row) =>
    Object.fromEntries(
      columns.map((name, at) => {
        const cell = row[at];
        return [name, typeof cell === 'object' && 'number' in cell ? cell.number : String(cell ?? '')];
      }),
    ),
  );
  return { columns, rows: text };
};

const mixed: Record<string, Mode> = { ...all, idle: 'showback', 'between-members': 'showback', correction: 'showback' };

test.each([
  ['all of it charged', 'USD', all],
  ['partly shown only', 'USD', mixed],
  ['without decimals', 'JPY', all],
  ['with three decimals', 'KWD', mixed],
])('F11 a statement in FOCUS 1.2 meets its rules: %s', (_, currency, modes) => {
  const { columns, rows } = tableOf(statementIn(currency, modes));
  expect(brokenFocusRules(columns, rows)).toEqual([]);
  expect(rows.length).toBeGreaterThan(10);
});

test('F11 a statement that is only shown meets them too, and bills nothing', () => {
  const { columns, rows } = tableOf(statementIn('USD', {}), undefined);
  // Tax is always charged; here there is none.
  expect(brokenFocusRules(columns, rows)).toEqual([]);
  expect(new Set(rows.map(({ BilledCost }) => BilledCost))).toEqual(new Set(['0.00']));
});

test('F11 its amounts sum to the statement’s total, the billed amount to the amount due, whatever is only shown', () => {
  for (const statement of [statementIn('USD'), statementIn('USD', mixed), statementIn('USD', {})]) {
    const { rows } = tableOf(statement);
    const cents = (column: string) => rows.reduce((sum, row) => sum + Math.round(Number(row[column]) * 100), 0);
    expect([cents('x_Amount'), cents('BilledCost')]).toEqual([statement.total, statement.due]);
    // finding F9: dues pay for use that is only shown; it is no cost a second time.
    expect(cents('EffectiveCost')).toBe(statement.due);
  }
});

test.each([
  ['billed-tax', 500, 'Tax'],
  ['billed-credit', -500, 'Credit'],
  ['billed-refund', -500, 'Credit'],
  ['billed-adjustment', -500, 'Adjustment'],
  ['billed-support', 500, 'Purchase'],
  ['billed-purchase', -500, 'Adjustment'],
])('finding F9: what is passed on of a bill as %s, of %d cents, has the category %s', (title, amount, category) => {
  const statement = statementIn('USD');
  const [first] = statement.lines;
  if (!first) throw new Error('no line');
  const { service: _, ...line } = first;
  const evidence = { kind: 'bill' as const, billId: 'pbl_1' };
  const passed = { ...line, evidence, block: 'unmetered' as const, title, lineId: `unmetered-${title}`, amount };
  const { columns, rows } = tableOf({ ...statement, lines: [...statement.lines, passed] });
  expect(brokenFocusRules(columns, rows)).toEqual([]);
  expect(rows.at(-1)).toMatchObject({ ChargeCategory: category });
});

test('F11 describes charges in ASCII where the language is English', () => {
  const descriptions = tableOf(statementIn('USD')).rows.map(({ ChargeDescription }) => ChargeDescription);
  expect(descriptions).toContainEqual(expect.stringContaining("The public's use"));
  for (const text of descriptions) expect(text).toMatch(/^[ -~]*$/);
});

test('names the issuer and the invoiced member, and each service by its category', () => {
  const { rows } = tableOf(statementIn('USD'));
  expect(rows[0]).toMatchObject({
    ...{ InvoiceIssuerName: names.issuer, ProviderName: names.issuer, PublisherName: names.issuer },
    ...{ BillingAccountId: 'law', BillingAccountName: names.member, SubAccountId: 'law', InvoiceId: names.invoice },
  });
  const services = new Map(rows.map(({ ServiceName, ServiceCategory }) => [ServiceName, ServiceCategory]));
  expect(Object.fromEntries(services)).toMatchObject({
    ...{ Circulation: 'Business Applications', Search: 'Analytics', 'Shared catalogue': 'Databases', Platform: 'Web' },
    ...{ Administration: 'Management and Governance', Membership: 'Other', Tax: 'Other' },
  });
});

test('a correction has the category and the service that it corrects', () => {
  const { rows } = tableOf(statementIn('USD'));
  const corrections = rows.filter(({ ChargeClass }) => ChargeClass === 'Correction');
  expect(
    corrections.map(({ ChargeCategory, ServiceName, PricingQuantity }) => [
      ChargeCategory,
      ServiceName,
      PricingQuantity,
    ]),
  ).toEqual([
    ['Adjustment', 'Settlement between members', ''],
    ['Usage', 'Search', ''],
    ['Purchase', 'Membership', ''],
  ]);
});

describe('The rules', () => {
  const { columns, rows } = tableOf(statementIn('USD', mixed));
  const usage = rows.findIndex(({ ChargeCategory }) => ChargeCategory === 'Usage');
  const tax = rows.findIndex(({ ChargeCategory }) => ChargeCategory === 'Tax');
  const broken = (at: number, over: FocusRow) => rows.map((row, place) => (place === at ? { ...row, ...over } : row));

  test.each<[string, number, FocusRow]>([
    ['BilledCost is a decimal', usage, { BilledCost: '1,00' }],
    ['EffectiveCost is not null', usage, { EffectiveCost: '' }],
    ['ChargePeriodStart is an instant in UTC', usage, { ChargePeriodStart: '2026-10-01' }],
    ['BillingPeriodEnd is an instant in UTC', usage, { BillingPeriodEnd: '2026-11-31T00:00:00Z' }],
    ['the billing period ends, exclusively, a month later', usage, { BillingPeriodEnd: '2026-10-31T00:00:00Z' }],
    [
      'the charge period is within the billing period, but for corrections',
      usage,
      { ChargePeriodStart: '2026-09-01T00:00:00Z' },
    ],
    ['ChargeCategory is allowed', usage, { ChargeCategory: 'Fee' }],
    ['ServiceSubcategory is of its ServiceCategory', usage, { ServiceCategory: 'Storage' }],
    ['a service has one category and subcategory', usage, { ServiceName: 'Membership' }],
    ['PricingUnit goes with PricingQuantity', usage, { PricingUnit: '' }],
    ['ConsumedQuantity is there for use', usage, { ConsumedQuantity: '', ConsumedUnit: '' }],
    ['PricingQuantity is not there for tax', tax, { PricingQuantity: '1.00', PricingUnit: 'Months' }],
    ['costs of what is neither use nor a purchase are what is billed', tax, { EffectiveCost: '0.01' }],
    ['what is billed is on an invoice', usage, { InvoiceId: '' }],
    ['no placeholder stands for null', tax, { ChargeClass: 'N/A' }],
  ])('find a planted fault: %s', (rule, at, over) => {
    expect(brokenFocusRules(columns, broken(at, over))).toContain(rule);
  });

  test('find columns that are missing, misnamed or misplaced', () => {
    const others = [...columns.filter((column) => column !== 'ListCost'), 'region_id'];
    expect(brokenFocusRules(others, rows)).toEqual(
      expect.arrayContaining(['ListCost is there', 'columns are in Pascal case', 'own columns come last']),
    );
  });
});
