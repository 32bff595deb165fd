import type * as z from 'zod';
import { accountCodesSchema } from './account-codes.ts';
import { adjustmentInputSchema, adjustmentSchema, shownAdjustmentSchema } from './adjustment.ts';
import { billingSchema, taxRuleSchema } from './billing-policy.ts';
import { invoiceSchema } from './invoice.ts';
import { buyerSchema, sellerSchema } from './parties.ts';
import { restatementSchema, storedRestatementSchema } from './restatement-schema.ts';
import { sealedDaysSchema, sealedSharesSchema, sealedUseSchema } from './sealed-use.ts';
import { statementSchema } from './statement.ts';
import { storedTrueUpSchema, trueUpInputSchema, trueUpSchema } from './true-up-schema.ts';

const exact = '12.340000000000';
const at = '2026-11-03T00:00:00.000Z';
const act = { at, by: 'staff:stf_1' };
const tax = { category: 'E', rate: 0, exemption: 'VATEX-EU-132-1N' };
const paidFor = [{ kind: 'people', title: 'Staff', amount: 5 }];
const ledger = { kind: 'ledger', period: '2026-10', entries: 1, owed: 0, owes: 5 };
const carried = { kind: 'carried', month: '2026-09', lineId: 'dues-a', events: 3, reason: 'x', invoices: ['2026-1'] };
const pack = { month: '2026-09', hash: 'seal' };
const trueUpEvidence = {
  ...{ kind: 'true-up', year: 2026, fee: 'membership', reference: 'scn_1', scenario: 'seal', cost: 'platform' },
  ...{ packs: [pack], costs: { platform: 9 }, actual: 9, billed: 7, toBill: 1, invoices: ['2026-1'] },
};
const rows = [{ of: 'Lambda', before: exact, after: '-1.000000000000' }];
const restatementEvidence = {
  ...{ kind: 'restatement', month: '2026-09', before: 'pbl_1', after: 'pbl_2', key: 'equal', platformCurrency: 'USD' },
  rows,
};
const usage = {
  ...{ kind: 'usage', of: 'law', service: 'search' },
  operations: [{ operation: 'search', events: 2, amount: exact }],
};
const evidences = [
  ...[usage, { kind: 'bill', billId: 'pbl_1' }, ledger, carried, trueUpEvidence, restatementEvidence],
  { kind: 'dues', reference: 'scn_1', year: '2026-07/2027-06', yearly: 100, paidFor },
  { kind: 'adjustment', reason: 'x', by: 'staff:a', at },
  { kind: 'lines', lineIds: ['dues-a'] },
];
const codes = { account: '6410', costCentre: '20', purchaseOrder: 'PO-1' };
const line = {
  ...{
    lineId: 'dues-a',
    block: 'dues',
    title: 'dues',
    mode: 'charge',
    from: '2026-10-01',
    to: '2026-10-31',
    amount: 5,
  },
};
const fullLine = {
  ...{ ...line, description: 'Courier', taxRule: tax, service: 'search', metered: exact, exact },
  exchange: { from: 'USD', rate: '0.92', source: 'ECB', date: '2026-10-30', amount: '1.00' },
  ...{ chargeClass: 'Correction', carries: { month: '2026-09', lineId: 'dues-a' }, codes },
  corrects: { block: 'dues', service: 'search', tax, month: '2026-09', lineId: 'dues-a', invoice: '2026-1' },
  ...{ tax: { ...tax, base: 10 }, evidence: usage },
};
const statement = {
  ...{ month: '2026-10', memberId: 'law', currency: 'USD', minorDigits: 2, billing: 'default', total: 5, due: 5 },
  basis: {
    ...{ priceBook: 'a', attribution: 'b', key: 'c', synthetic: true, bill: 'd' },
    factors: [{ service: 'Lambda', factor: exact }],
  },
  codes: { version: 1, effectiveFrom: '2026-07-01', payable: { account: '1600' } },
  lines: [fullLine, ...evidences.map((evidence) => ({ ...line, evidence }))],
};
const trueUp = {
  ...{ year: 2026, fee: 'membership', reference: 'scn_1', scenario: 'seal', currency: 'USD', cost: 'platform' },
  ...{ costs: { platform: 9 }, from: '2026-01', to: '2026-12', packs: [pack], actual: 9, billed: 7, toBill: 1 },
  parts: [{ memberId: 'law', actual: 9, billed: 7, toBill: 1, amount: 1, invoices: ['2026-1'] }],
  amount: 1,
};
const prepared = { seal: 'seal', prepared: act, preparers: ['staff:stf_1'], approved: act, v: 1 };
const restatedLine = { lineId: 'direct', amount: 5, block: 'direct', service: 'search', mode: 'charge' };
const restatement = {
  ...{ month: '2026-09', number: 1, closed: 'seal', key: 'equal', before: 'pbl_1', after: 'pbl_2', currency: 'EUR' },
  ...{ platformCurrency: 'USD', rows, amount: 5 },
  parts: [
    {
      ...{ memberId: 'law', invoice: '2026-1', amount: 5 },
      lines: [{ ...restatedLine, tax: { category: 'S', rate: 1900 } }],
    },
  ],
};
const heading = { number: 1, after: 'pbl_2', currency: 'EUR', amount: 5 };
const correction = {
  ...{ kind: 'correction', memberId: 'law', corrects: { month: '2026-09', lineId: 'dues-a' }, amount: -5, reason: 'x' },
};
const storedCorrection = {
  ...{ ...correction, by: 'staff:a', at, currency: 'USD', invoice: '2026-1', mode: 'charge' },
  line: { block: 'dues', service: 'search', tax },
};
const credit = {
  ...{ kind: 'credit', memberId: 'law', code: 'outage', amount: -5, currency: 'USD', reason: 'x' },
  settles: { month: '2026-09', lineId: 'dues-a' },
};
const charge = {
  ...{ kind: 'one-off', memberId: 'law', code: 'van', description: 'Courier', amount: 5, currency: 'USD', tax },
  reason: 'x',
};
const place = { street: '1 Mühlweg', postcode: '10115', city: 'Berlin', country: 'DE', taxNumber: 'DE123456789' };
const party = { ...place, registrationNumber: 'HRB 7', email: 'a@example.org' };

/** An example with every field of its schema, and the fields that may be absent; after ^, only those of the whole. */
type Example = readonly [name: string, schema: z.ZodType, value: object, optional: readonly string[]];
const examples: readonly Example[] = [
  [
    ...(['a statement', statementSchema, statement] as const),
    [
      ...['codes', 'payable', 'account', 'costCentre', 'purchaseOrder', 'exemption', 'description', 'taxRule'],
      ...['service', 'metered', 'exact', 'exchange', 'chargeClass', 'carries', 'tax', 'corrects', 'invoice', 'paidFor'],
      ...['events', 'reason', 'invoices', 'toBill', 'before', 'platform'],
    ],
  ],
  ['a true-up', trueUpSchema, trueUp, ['platform', 'toBill']],
  [
    ...(['a stored true-up', storedTrueUpSchema] as const),
    ...([
      { state: 'booked', trueUp, ...prepared, month: '2026-11' },
      ['platform', 'toBill', 'approved', '^month'],
    ] as const),
  ],
  [
    'a prepared true-up',
    storedTrueUpSchema,
    { state: 'prepared', trueUp, ...prepared },
    ['platform', 'toBill', 'approved'],
  ],
  ['the input of a true-up', trueUpInputSchema, { cost: 'platform', costs: { staff: 5 } }, ['cost', 'costs', 'staff']],
  ['a restatement', restatementSchema, restatement, ['^before', 'invoice', 'service', 'tax']],
  [
    ...(['a stored restatement', storedRestatementSchema] as const),
    {
      ...{ month: '2026-09', state: 'booked', ...heading, ...prepared, into: '2026-11' },
      earlier: [{ ...heading, seal: 'seal', prepared: act, approved: act, into: '2026-10' }],
    },
    ['approved', '^into'],
  ],
  ['the input of a correction', adjustmentInputSchema, correction, []],
  ['the input of a credit', adjustmentInputSchema, credit, ['settles']],
  ['the input of a one-off charge', adjustmentInputSchema, charge, ['tax', 'exemption']],
  ['a stored correction', adjustmentSchema, storedCorrection, ['invoice', 'service', 'tax', 'exemption']],
  ['a stored credit', adjustmentSchema, { ...credit, by: 'staff:a', at }, ['settles']],
  ['a stored charge', adjustmentSchema, { ...charge, by: 'staff:a', at }, ['tax', 'exemption']],
  [
    ...(['a shown correction', shownAdjustmentSchema, { ...storedCorrection, lineId: 'x' }] as const),
    ['invoice', 'service', 'tax', 'exemption'],
  ],
  ['a shown credit', shownAdjustmentSchema, { ...credit, by: 'staff:a', at, lineId: 'x' }, ['settles']],
  ['a shown charge', shownAdjustmentSchema, { ...charge, by: 'staff:a', at, lineId: 'x' }, ['tax', 'exemption']],
  [
    ...(['an invoice', invoiceSchema] as const),
    {
      ...{ number: '2026-1', document: 'invoice', memberId: 'law', month: '2026-10', amount: 5, currency: 'USD' },
      ...{ issuedAt: at, dueOn: '2026-12-03', corrects: ['2026-0'], purchaseOrders: ['PO-1'] },
    },
    ['corrects', 'purchaseOrders'],
  ],
  [
    ...(['a version of account codes', accountCodesSchema] as const),
    {
      ...{ memberId: 'law', version: 1, effectiveFrom: '2026-07-01', default: { account: '1', costCentre: '2' } },
      ...{ kinds: { payable: { account: '1600' } }, changed: act },
      purchaseOrders: [{ number: 'PO-1', from: '2026-07', to: '2026-12', kinds: ['dues'] }],
    },
    ['default', 'kinds', 'payable', 'purchaseOrders', 'account', 'costCentre'],
  ],
  [
    ...(['the sealed days of use', sealedDaysSchema] as const),
    {
      days: [
        {
          ...{ service: 'search', operation: 'search', day: '2026-10-01', events: 2, succeeded: 1, synthetic: true },
          ...{ units: [{ meter: 'http-request', quantity: '3' }], amount: exact },
        },
      ],
      prices: [{ meter: 'http-request', unit: 'request', price: '0.1' }],
    },
    ['amount'],
  ],
  [
    ...(['the sealed shares', sealedSharesSchema] as const),
    { key: [['law', 1]], meters: ['http-request'], metered: [['API Gateway', 'law', 'direct-own-search', exact]] },
    [],
  ],
  ['the sealed use', sealedUseSchema, { month: '2026-10', shares: 'a', days: { law: 'b' } }, ['law']],
  [
    ...(['a seller', sellerSchema] as const),
    { ...party, iban: 'DE89370400440532013000', account: '7', bic: 'COBADEFFXXX', bank: 'Bank' },
    ['taxNumber', 'registrationNumber', 'email', 'iban', 'account', 'bic', 'bank'],
  ],
  [
    ...(['a buyer', buyerSchema, { memberId: 'law', name: 'Law', ...party }] as const),
    ['name', 'taxNumber', 'registrationNumber', 'email'],
  ],
];

type Altered = readonly [what: string, value: unknown];

const mayBeAbsent = (optional: readonly string[], name: string, depth: number): boolean =>
  optional.includes(name) || (depth === 0 && optional.includes(`^${name}`));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Returns texts that are close to a formatted one and do not have its format; none for a text that may be any. */
const misformatted = (key: string, text: string): string[] => {
  const around = [`x ${text}`, `${text} x`];
  if (/^\d{4}-\d{2}(-\d{2})?$/.test(text)) return [...around, text.replace(/^(\d{4})-\d{2}/, '$1-13')];
  if (/^\d{4}-.*Z$/.test(text)) return [...around, text.slice(0, 10)];
  if (/^-?\d+\.\d{12}$/.test(text)) return [...around, text.slice(0, -1), `${text}0`, text.replace('.', ','), 'x'];
  if (/^VATEX/.test(text)) return [...around, 'VATEX-eu-132', 'VATEX-EU-', 'VATEX-EU-132_1', 'VATEX-E-1'];
  const isCode = key === 'lineId' || key === 'lineIds' || (key === 'code' && text !== '');
  return isCode && text.includes('-') ? [...around, `-${text}`, `${text}-`, text.replace('-', '--')] : [];
};

/** Returns a value with one part altered, in each way that makes it another kind of value. */
const alterations = (value: unknown, optional: readonly string[], key = '', depth = 0): Altered[] => {
  if (Array.isArray(value)) {
    const parts = value.flatMap((one, place) =>
      alterations(one, optional, key, depth + 1).map(
        ([what, other]): Altered => [`${place}.${what}`, value.with(place, other)],
      ),
    );
    return [['no list', 'a text'], ...parts];
  }
  if (!isObject(value)) {
    const others: unknown[] = typeof value === 'string' ? [7, ...misformatted(key, value)] : ['7', 7.5];
    return [null, {}, ...others].map((other): Altered => [`= ${JSON.stringify(other)}`, other]);
  }
  const missing = Object.keys(value)
    .filter((name) => !mayBeAbsent(optional, name, depth))
    .map(
      (name): Altered => [`without ${name}`, Object.fromEntries(Object.entries(value).filter(([own]) => own !== name))],
    );
  const parts = Object.entries(value).flatMap(([name, own]) =>
    alterations(own, optional, name, depth + 1).map(
      ([what, other]): Altered => [`${name}.${what}`, { ...value, [name]: other }],
    ),
  );
  return [['with another field', { ...value, 'another field': {} }], ...missing, ...parts];
};

describe('The form of what is stored and entered', () => {
  test.each(examples)('of %s takes every field, and each that may be absent may be', (_, schema, value, optional) => {
    expect(schema.parse(value)).toEqual(value);
    const without = (of: unknown, depth = 0): unknown => {
      if (Array.isArray(of)) return of.map((one) => without(one, depth + 1));
      if (!isObject(of)) return of;
      const own = Object.entries(of).filter(([name]) => !mayBeAbsent(optional, name, depth));
      return Object.fromEntries(own.map(([name, one]) => [name, without(one, depth + 1)]));
    };
    // A correction's reason is required where a carried line's is not: the statement is tested by its lines without optional fields.
    if (value !== statement) expect(schema.safeParse(without(value)).success).toBe(true);
  });

  test.each(examples)('of %s refuses unknown, missing and wrongly typed fields', (_, schema, value, optional) => {
    const accepted = alterations(value, optional).filter(([, other]) => schema.safeParse(other).success);
    // The sealed use has the numbers of requests as they were metered.
    expect(accepted.map(([what]) => what).filter((what) => !/^days\..*(events|succeeded)\.= 7\.5$/.test(what))).toEqual(
      [],
    );
  });

  test.each([
    ['a correction of nothing', { ...correction, amount: 0 }, ['A correction of nothing corrects nothing']],
    ['a credit that asks for money', { ...credit, amount: 1 }, undefined],
    ['a credit of nothing', { ...credit, amount: 0 }, undefined],
    ['a charge of nothing', { ...charge, amount: 0 }, undefined],
    ['an empty reason', { ...credit, reason: '' }, undefined],
    ['a reason above 500 characters', { ...correction, reason: 'x'.repeat(501) }, undefined],
    ['no member', { ...charge, memberId: '' }, undefined],
    ['a member id above 64 characters', { ...charge, memberId: 'x'.repeat(65) }, undefined],
    ['a code above 40 characters', { ...charge, code: 'x'.repeat(41) }, undefined],
    [
      'a line id above 120 characters',
      { ...correction, corrects: { month: '2026-09', lineId: 'x'.repeat(121) } },
      undefined,
    ],
    ['a description above 120 characters', { ...charge, description: 'x'.repeat(121) }, undefined],
  ])('an adjustment is refused with %s', (_, value, messages) => {
    const { error } = adjustmentInputSchema.safeParse(value);
    expect(error?.issues.map(({ message }) => message)).toEqual(messages ?? [expect.any(String)]);
  });

  test('an adjustment is accepted at each of its limits', () => {
    for (const kind of [correction, credit, charge])
      for (const over of [{ reason: 'x'.repeat(500) }, { memberId: 'x'.repeat(64) }, { memberId: 'x', reason: 'x' }])
        expect(adjustmentInputSchema.safeParse({ ...kind, ...over }).success).toBe(true);
    for (const kind of [credit, charge])
      for (const code of ['x'.repeat(40), 'A', 'a.b-c'])
        expect(adjustmentInputSchema.safeParse({ ...kind, code }).success).toBe(true);
    const lineId = 'x'.repeat(120);
    expect(adjustmentInputSchema.safeParse({ ...correction, corrects: { month: '2026-09', lineId } }).success).toBe(
      true,
    );
    expect(adjustmentInputSchema.safeParse({ ...charge, description: 'x'.repeat(120) }).success).toBe(true);
  });
});

const messagesOf = (schema: z.ZodType, value: unknown): (string | undefined)[] =>
  schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

describe('The rules for billing', () => {
  test.each([
    [{ category: 'S', rate: 0 }, 'Only S and AA have a rate above zero'],
    [{ category: 'AA', rate: 0 }, 'Only S and AA have a rate above zero'],
    [{ category: 'Z', rate: 1 }, 'Only S and AA have a rate above zero'],
    [{ category: 'AE', rate: 1900 }, 'Only S and AA have a rate above zero'],
    [{ category: 'S', rate: 1900, exemption: 'VATEX-EU-132-1N' }, 'Only E has a code of an exemption'],
  ])('refuse the tax %j: %s', (rule, message) => {
    expect(messagesOf(taxRuleSchema, rule)).toEqual([message]);
  });

  test('have a rate of tax from 0 to 100 percent', () => {
    for (const rate of [1, 10_000]) expect(taxRuleSchema.safeParse({ category: 'S', rate }).success).toBe(true);
    for (const rate of [-1, 10_001, 1.5]) expect(taxRuleSchema.safeParse({ category: 'S', rate }).success).toBe(false);
  });

  test('show everything, bill monthly from January on, and are paid within 30 days, unless they say otherwise', () => {
    expect(billingSchema.parse({})).toMatchObject({
      ...{ modes: {}, tax: {}, cycle: 'monthly', memberCycles: [], daysToPay: 30, fiscalYearStartsIn: 1, rates: [] },
      adjustments: { correctionPercent: 100, credit: 100_000, oneOff: 1_000_000, monthsBack: 24 },
      recurring: [],
    });
  });

  const rate = { from: 'USD', rate: '0.92', source: 'ECB', date: '2026-10-30' };
  const cycleOf = (memberId: string) => ({ memberId, cycle: 'yearly' });
  const limits = (field: string, low: number, high: number) =>
    [low, high].map((value): [object, object] => [{ [field]: value }, { [field]: value === low ? low - 1 : high + 1 }]);
  test.each<[object, object]>([
    ...limits('daysToPay', 0, 365),
    ...limits('fiscalYearStartsIn', 1, 12),
    ...[...limits('correctionPercent', 0, 1000), ...limits('monthsBack', 0, 120)].map(
      ([good, bad]): [object, object] => [{ adjustments: good }, { adjustments: bad }],
    ),
    ...[...limits('credit', 0, 1e11), ...limits('oneOff', 0, 1e11)].map(([good, bad]): [object, object] => [
      { adjustments: good },
      { adjustments: bad },
    ]),
    [{ issuer: 'x'.repeat(200) }, { issuer: 'x'.repeat(201) }],
    [{ issuer: 'x' }, { issuer: ' ' }],
    [{ rates: [rate] }, { rates: [{ ...rate, rate: '0' }] }],
    [{ rates: [{ ...rate, rate: '0.000000000001' }] }, { rates: [{ ...rate, rate: '-1' }] }],
    [{ rates: [{ ...rate, source: 'x'.repeat(100) }] }, { rates: [{ ...rate, source: 'x'.repeat(101) }] }],
    [{ rates: [{ ...rate, source: 'x' }] }, { rates: [{ ...rate, source: '' }] }],
    [{ rates: [rate] }, { rates: [{ ...rate, rate: 'much' }] }],
    [{ rates: [rate] }, { rates: [{ ...rate, date: '30.10.2026' }] }],
    [{ rates: [rate] }, { rates: [{ ...rate, other: 1 }] }],
    [{ rates: Array(50).fill(rate) }, { rates: Array(51).fill(rate) }],
    [{ memberCycles: [cycleOf('law')] }, { memberCycles: [{ memberId: 'law', cycle: 'weekly' }] }],
    [{ memberCycles: [cycleOf('law')] }, { memberCycles: [{ ...cycleOf('law'), other: 1 }] }],
    [{ modes: { dues: 'charge' } }, { modes: { tax: 'charge' } }],
    [{ modes: { dues: 'showback' } }, { modes: { dues: 'deferred' } }],
    [{ tax: { 'one-off': { category: 'Z', rate: 0 } } }, { tax: { tax: { category: 'Z', rate: 0 } } }],
    [{ booksCodes: { 'cost-cloud': 'A1./-' } }, { booksCodes: { 'cost-cloud': '-1' } }],
    [{ booksCodes: { 'cost-cloud': 'x'.repeat(20) } }, { booksCodes: { 'cost-cloud': 'x'.repeat(21) } }],
    [{}, { other: 1 }],
    [{ adjustments: {} }, { adjustments: { other: 1 } }],
  ])('accept %j and refuse %j', (good, bad) => {
    expect([billingSchema.safeParse(good).error?.issues, billingSchema.safeParse(bad).success]).toEqual([
      undefined,
      false,
    ]);
  });

  test('say what is wrong with a member that is named twice, and with a rate of exchange', () => {
    const buyer = { memberId: 'law', ...place };
    expect(messagesOf(billingSchema, { buyers: [buyer, buyer] })).toEqual(['A member is described once']);
    expect(messagesOf(billingSchema, { memberCycles: [cycleOf('law'), cycleOf('law')] })).toEqual([
      'A member has one cycle',
    ]);
    expect(messagesOf(billingSchema, { rates: [{ ...rate, rate: '0' }] })).toEqual([
      'A decimal above zero with at most 12 places',
    ]);
    expect(messagesOf(buyerSchema, { ...buyer, country: 'ZZ' })).toEqual(['No country has this code']);
    expect(messagesOf(buyerSchema, { ...buyer, taxNumber: 'ZZ1' })).toEqual([
      'A VAT number begins with the code of its country (EL for Greece)',
    ]);
    expect(messagesOf(sellerSchema, { ...place, iban: 'DE89370400440532013001' })).toEqual([
      'The check digits of the IBAN do not fit',
    ]);
  });

  test.each([
    ['country', ['DEU', 'd', 'xDE', 'de']],
    ['iban', ['xDE89370400440532013000', 'DE89 3704 0044 0532 0130 00', 'DE8937040044']],
    ['bic', ['COBADEF', 'COBADEFFXX', 'cobadeff', 'xCOBADEFF', 'COBADEFFXXXx']],
    ['email', ['a', `${'a'.repeat(190)}@example.org`]],
    ['street', ['', 'x'.repeat(201)]],
    ['postcode', ['', 'x'.repeat(21)]],
    ['city', ['', 'x'.repeat(101)]],
    ['bank', ['', 'x'.repeat(101)]],
    ['account', ['', 'x'.repeat(61)]],
  ])('refuse a seller whose %s is one of %j', (field, values) => {
    for (const value of values) expect(sellerSchema.safeParse({ ...place, [field]: value }).success).toBe(false);
  });
});
