import fc from 'fast-check';
import { divideHalfEven, parseExact, sumExact, toMinorUnits } from '../../../../layers/kernel/money/exact.ts';
import { built, sha256, statementsInput } from '../../../../test/builders/statements.ts';
import { calibrate } from '../cloud-bills/calibrate.ts';
import { comparedBy } from '../cloud-bills/compared.ts';
import { newPeriod, type Period } from '../periods/period.ts';
import { memberView } from '../usage-report/month-report.ts';
import { members } from '../usage-report/synthetic-month.ts';
import { correctedOf } from './adjustment.ts';
import { billingSchema, policyMode } from './billing-policy.ts';
import { statementBookings } from './booking.ts';
import { buildStatements } from './build.ts';
import { duesOfMonth } from './dues-lines.ts';
import { lineTitle } from './files/line-texts.ts';
import { draftHash, packed, type SealedPeriod, sealOf, verifyChain } from './pack.ts';
import { type Statement, statementSchema, sumOfLines } from './statement.ts';
import { taxOf } from './tax-lines.ts';

const platform = ['direct', 'shared', 'idle', 'unattributed', 'unmetered'];
const platformOf = (statements: readonly Statement[]) =>
  statements.flatMap(({ lines }) => lines.filter(({ block }) => platform.includes(block)));
const of = (statements: readonly Statement[], member: string): Statement => {
  const found = statements.find(({ memberId }) => memberId === member);
  if (!found) throw new Error(`No statement of ${member}`);
  return found;
};
const charging = billingSchema.parse({
  modes: {
    direct: 'charge',
    shared: 'charge',
    idle: 'charge',
    unattributed: 'charge',
    dues: 'charge',
    'between-members': 'charge',
  },
  tax: {
    direct: { category: 'S', rate: 1900 },
    shared: { category: 'S', rate: 1900 },
    idle: { category: 'AE', rate: 0 },
    dues: { category: 'AA', rate: 700 },
  },
});
const billed = { billing: { name: 'billing/1', body: charging } };
const { report } = statementsInput();

describe('The statements of a month', () => {
  const statements = built();

  it('are one per member, sum to the month’s rounded total, and fit their schema', () => {
    expect(statements.map(({ memberId }) => memberId)).toEqual([...members]);
    expect(sumOfLines(platformOf(statements))).toBe(report.roundedTotal);
    for (const statement of statements) expect(statementSchema.parse(statement)).toEqual(statement);
  });

  it('have lines of direct, shared, idle and unattributed cost, each with the parts that it sums', () => {
    const { lines } = of(statements, 'law');
    expect(new Set(lines.map(({ block }) => block))).toEqual(
      new Set(['direct', 'shared', 'idle', 'unattributed', 'dues', 'between-members']),
    );
    for (const { evidence, metered = '' } of lines) {
      if (evidence.kind !== 'usage') continue;
      expect(sumExact(evidence.operations.map(({ amount }) => parseExact(amount)))).toBe(parseExact(metered));
    }
    expect(sumExact(lines.map(({ metered }) => (metered ? parseExact(metered) : 0n)))).toBe(
      memberView(report, 'law').total,
    );
  });

  it('have ids that are unique within a statement', () => {
    for (const { lines } of statements) expect(new Set(lines.map(({ lineId }) => lineId)).size).toBe(lines.length);
  });

  it('show everything and charge nothing until a policy changes that', () => {
    expect(new Set(statements.flatMap(({ lines }) => lines.map(({ mode }) => mode)))).toEqual(new Set(['showback']));
    expect(statements.map(({ due }) => due)).toEqual(members.map(() => 0));
  });

  it('are the same to the byte in any order of their parts', () => {
    const input = statementsInput();
    const shuffled = built({
      report: { ...report, lines: report.lines.toReversed() },
      members: [...members].toReversed(),
      dues: input.dues.toReversed(),
      entries: input.entries.toReversed(),
    });
    const texts = (list: readonly Statement[]) => list.map((one) => packed(one, sha256).text);
    expect(texts(shuffled)).toEqual(texts(statements));
  });

  it('F1 are calibrated to the bill: each compared row by its factor, billed and unmetered amounts by the key', () => {
    const charges = report.lines.flatMap((line) => line.charges);
    const metered = new Map<string, bigint>();
    for (const { meter, amount } of charges) {
      const { name } = comparedBy[meter];
      metered.set(name, (metered.get(name) ?? 0n) + amount);
    }
    const permille = fc.bigInt({ min: 900n, max: 1200n });
    const amount = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 15n });
    fc.assert(
      fc.property(fc.array(permille, { minLength: 20, maxLength: 20 }), amount, (by, support) => {
        const rows = [...metered].map(([service, was], at) => {
          const billed = divideHalfEven(was * (by[at] ?? 1000n), 1000n);
          const factor = divideHalfEven(billed * 10n ** 12n, was);
          return { service, exact: true, metered: was, billed, difference: billed - was, factor, meters: [] };
        });
        const category = 'support' as const;
        const billedOnly = [{ id: 'support', category, service: 'Support', usageType: 'Dollar', cost: support }];
        const billed = sumExact([...rows.map((row) => row.billed), support]);
        const reconciliation = {
          ...{ month: report.month, billId: 'pbl_1', currency: 'USD', metered: report.total, billed },
          ...{ rows, billedOnly, exceptions: [] },
        };
        const { lines } = calibrate(report.lines, reconciliation, statementsInput().key);
        const factors = new Map(rows.map(({ service, factor }) => [service, factor]));
        const made = built({ calibration: { billId: 'pbl_1', factors, lines }, bill: 'pbl_1' });
        expect(sumOfLines(platformOf(made))).toBe(toMinorUnits(billed));
      }),
      { numRuns: 25 },
    );
  });

  it('F12 are in another currency at a rate that each line shows, and are refused without one', () => {
    const rate = { from: 'USD', rate: '0.92', source: 'ECB', date: '2026-10-30' };
    const euros = { name: 'billing/2', body: billingSchema.parse({ currency: 'EUR', rates: [rate] }) };
    const inEuros = built({ billing: euros });
    expect(sumOfLines(platformOf(inEuros))).toBe(toMinorUnits(divideHalfEven(report.total * 92n, 100n)));
    for (const { exchange } of platformOf(inEuros)) expect(exchange).toMatchObject(rate);
    const none = { name: 'billing/3', body: billingSchema.parse({ currency: 'EUR' }) };
    expect(buildStatements(statementsInput({ billing: none }))).toMatchObject({ refused: [{ code: 'no-rate' }] });
  });

  it.each([
    ['JPY', 0, '151.2'],
    ['KWD', 3, '0.31'],
  ])('round to the minor units of %s, of %i decimals', (currency, digits, rate) => {
    const rates = [{ from: 'USD', rate, source: 'Test', date: '2026-10-30' }];
    const body = billingSchema.parse({ currency, rates });
    const statements = built({ billing: { name: 'billing/1', body } });
    const whole = divideHalfEven(report.total * parseExact(rate), 10n ** 12n);
    expect(sumOfLines(platformOf(statements))).toBe(toMinorUnits(whole, digits));
    expect(statements[0]).toMatchObject({ currency, minorDigits: digits });
  });
});

describe('Dues', () => {
  it('are charged in twelve months that sum to the yearly fee, whatever it is, and in no other month', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 1_000_000_000 }), (amount) => {
        const year = [7, 8, 9, 10, 11, 12].map((month) => `2026-${String(month).padStart(2, '0')}`);
        const next = [1, 2, 3, 4, 5, 6].map((month) => `2027-0${month}`);
        const parts = [...year, ...next].map((month) => duesOfMonth({ amount, from: '2026-07' }, month) ?? Number.NaN);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
        expect(duesOfMonth({ amount, from: '2026-07' }, '2026-06')).toBeUndefined();
        expect(duesOfMonth({ amount, from: '2026-07' }, '2027-07')).toBeUndefined();
      }),
    );
  });
});

describe('Debts between members', () => {
  it('are netted by kind, each with the number of its ledger entries, and sum to zero', () => {
    const between = built().flatMap(({ memberId, lines }) =>
      lines.filter(({ block }) => block === 'between-members').map((line) => [memberId, line.lineId, line.amount]),
    );
    expect(between).toEqual([
      ['abbey', 'between-members-desks-USD', -500],
      ['abbey', 'between-members-loans-USD', -1500],
      ['law', 'between-members-desks-USD', 500],
      ['law', 'between-members-loans-USD', 1500],
    ]);
    expect(of(built(), 'law').lines.find(({ lineId }) => lineId === 'between-members-loans-USD')?.evidence).toEqual({
      ...{ kind: 'ledger', period: '2026-10', entries: 1, owed: 0, owes: 1500 },
    });
  });
});

describe('Tax', () => {
  it('F12 is rounded once per category and rate, on charged lines only, and shows what is reverse charged', () => {
    const statement = of(built(billed), 'university');
    const base = (...wanted: string[]) => sumOfLines(statement.lines.filter(({ block }) => wanted.includes(block)));
    const tax = statement.lines.filter(({ block }) => block === 'tax');
    expect(tax.map(({ lineId, amount, tax: rule }) => [lineId, amount, rule?.base])).toEqual([
      ['tax-AA-700', taxOf(base('dues'), 700), base('dues')],
      ['tax-AE-0', 0, base('idle')],
      ['tax-S-1900', taxOf(base('direct', 'shared'), 1900), base('direct', 'shared')],
    ]);
    expect(statement.due).toBe(statement.total);
  });

  it('F12 is rounded half to even: 19 % of 50 is 10, of 150 is 28, of -50 is -10', () => {
    expect([taxOf(50, 1900), taxOf(150, 1900), taxOf(-50, 1900), taxOf(1234, 0)]).toEqual([10, 28, -10, 0]);
  });

  it('F12 is reduced by a credit of its category', () => {
    const body = billingSchema.parse({
      modes: { dues: 'charge', credit: 'charge' },
      tax: { dues: { category: 'S', rate: 2000 }, credit: { category: 'S', rate: 2000 } },
    });
    const credit = {
      kind: 'credit',
      memberId: 'law',
      code: 'outage',
      amount: -1000,
      reason: 'Down for a day',
    } as const;
    const made = { by: 'staff:stf_1', at: '2026-10-12T00:00:00.000Z', currency: 'USD' };
    const { lines } = of(built({ billing: { name: 'b', body }, adjustments: [{ ...credit, ...made }] }), 'law');
    const dues = lines.find(({ block }) => block === 'dues')?.amount ?? 0;
    expect(lines.find(({ block }) => block === 'tax')).toMatchObject({
      amount: taxOf(dues - 1000, 2000),
      evidence: { lineIds: ['dues-membership', 'credit-outage'] },
    });
  });
});

test('F6 a correction is a line of the open period that names what it corrects, with that service period', () => {
  const corrects = { month: '2026-08', lineId: 'direct-own-search' };
  const correction = {
    kind: 'correction',
    memberId: 'law',
    corrects,
    amount: -321,
    reason: 'A day counted twice',
  } as const;
  const made = { by: 'staff:stf_1', at: '2026-10-12T00:00:00.000Z', currency: 'USD' };
  const was = { line: { block: 'direct' }, mode: 'showback' } as const;
  const { lines } = of(built({ adjustments: [{ ...correction, ...made, ...was }] }), 'law');
  expect(lines.find(({ block }) => block === 'correction')).toMatchObject({
    ...{ lineId: 'correction-2026-08-direct-own-search', chargeClass: 'Correction', corrects, amount: -321 },
    ...{ from: '2026-08-01', to: '2026-08-31', mode: 'showback' },
  });
});

test('F12 a correction is charged, taxed and booked like what it corrects: VAT is returned, what was only shown is only shown', () => {
  const at = { by: 'staff:stf_1', at: '2026-10-12T00:00:00.000Z', currency: 'USD', reason: 'Agreed lower' };
  const about = { kind: 'correction', memberId: 'law', ...at } as const;
  const body = billingSchema.parse({
    modes: { dues: 'charge', correction: 'charge' },
    tax: { dues: { category: 'S', rate: 1900 } },
  });
  const closed = of(built({ billing: { name: 'b', body } }), 'law');
  const dues = closed.lines.find(({ block }) => block === 'dues');
  const direct = closed.lines.find(({ block }) => block === 'direct');
  if (!dues || !direct) throw new Error('no lines');
  const line = correctedOf(closed, dues);
  expect(line).toEqual({ block: 'dues', tax: { category: 'S', rate: 1900 } });
  const adjustments = [
    {
      ...about,
      corrects: { month: '2026-08', lineId: dues.lineId },
      amount: -10_000,
      line,
      mode: policyMode(dues.mode),
    },
    {
      ...{ ...about, corrects: { month: '2026-08', lineId: direct.lineId }, amount: -50_000 },
      ...{ line: correctedOf(closed, direct), mode: policyMode(direct.mode) },
    },
  ];
  // The rate has changed since: the charged tax is returned at its original rate.
  const now = { ...body, tax: { dues: { category: 'AA' as const, rate: 700 } } };
  const statement = of(built({ billing: { name: 'b', body: now }, adjustments }), 'law');
  const taxes = statement.lines.filter(({ block }) => block === 'tax');
  expect(taxes.map(({ lineId, amount, tax }) => [lineId, amount, tax?.base])).toEqual([
    ['tax-AA-700', taxOf(dues.amount, 700), dues.amount],
    ['tax-S-1900', -1900, -10_000],
  ]);
  expect(statement.due).toBe(dues.amount + taxOf(dues.amount, 700) - 11_900);
  const bookings = statementBookings(statement, at.at);
  expect(bookings.map(({ posting: { kind, amount } }) => [kind, amount])).toContainEqual([
    dues.amount > 10_000 ? 'dues-billed' : 'dues-credited',
    Math.abs(dues.amount - 10_000),
  ]);
  expect(bookings.map(({ posting: { kind } }) => kind)).not.toContain('credit-noted');
  const corrected = statement.lines.find(({ corrects }) => corrects?.lineId === dues.lineId);
  expect(corrected && correctedOf(statement, corrected)).toEqual(line);
});

test('a one-off charge has its own words and tax, is charged whatever is only shown, and is booked as a service', () => {
  const made = { by: 'staff:stf_1', at: '2026-10-12T00:00:00.000Z', currency: 'USD' };
  const charge = { kind: 'one-off', memberId: 'law', reason: 'Order 7', ...made } as const;
  const adjustments = [
    { ...charge, code: 'courier', description: 'Courier in October', amount: 4500 },
    {
      ...{ ...charge, code: 'training', description: 'Training: cataloguing', amount: 20_000 },
      tax: { category: 'E' as const, rate: 0 },
    },
  ];
  const body = billingSchema.parse({ tax: { 'one-off': { category: 'S', rate: 1900 } } });
  const statement = of(built({ billing: { name: 'b', body }, adjustments }), 'law');
  const own = statement.lines.filter(({ block }) => block === 'one-off');
  expect(own).toMatchObject([
    { lineId: 'one-off-courier', mode: 'charge', description: 'Courier in October', from: '2026-10-01', amount: 4500 },
    { lineId: 'one-off-training', mode: 'charge', taxRule: { category: 'E', rate: 0 }, amount: 20_000 },
  ]);
  expect(own.map((line) => lineTitle(line, 'spa'))).toEqual(['Courier in October', 'Training: cataloguing']);
  const taxes = statement.lines.filter(({ block }) => block === 'tax');
  expect(taxes.map(({ lineId, amount, evidence }) => [lineId, amount, evidence])).toEqual([
    ['tax-E-0', 0, { kind: 'lines', lineIds: ['one-off-training'] }],
    ['tax-S-1900', 855, { kind: 'lines', lineIds: ['one-off-courier'] }],
  ]);
  expect(statement.due).toBe(25_355);
  const booked = (of: Statement) =>
    statementBookings(of, made.at).map(({ posting: { kind, amount } }) => [kind, amount]);
  expect(booked(statement)).toEqual([
    ['services-billed', 24_500],
    ['tax-billed', 855],
  ]);
  // Its correction in a later month is taxed and booked like it.
  const [first] = own;
  const line = first && correctedOf(statement, first);
  expect(line).toEqual({ block: 'one-off', tax: { category: 'S', rate: 1900 } });
  if (!line) return;
  const corrects = { month: '2026-09', lineId: 'one-off-courier' };
  const correction = { kind: 'correction', memberId: 'law', corrects, amount: -500, line, mode: 'charge' } as const;
  const later = of(built({ adjustments: [{ ...correction, ...made, reason: 'One van fewer' }] }), 'law');
  expect(booked(later)).toEqual([
    ['services-credited', 500],
    ['tax-credited', 95],
  ]);
  expect(billingSchema.safeParse({ modes: { 'one-off': 'showback' } }).success).toBe(false);
});

describe('A chain of sealed periods', () => {
  const months = ['2026-08', '2026-09', '2026-10'];
  const chain: SealedPeriod[] = [];
  for (const month of months) {
    const last = chain.at(-1)?.period;
    const statements = built(billed).map((one, at) => {
      const { currency, total, due } = one;
      const as = { booked: `${month}-28T00:00:00.000Z`, invoice: `2026-00000${at}` };
      return { ...packed({ ...one, month }, sha256), currency, total, due, ...as };
    });
    const previous = last?.seal && { month: last.month, hash: last.seal.hash };
    const figures = { statements: statements.length, currency: 'USD', total: 1, due: 1 };
    const period: Period = {
      ...{ ...newPeriod(month), state: 'closed', round: 1 },
      ...{ draft: { hash: draftHash(month, statements, sha256), ...figures }, reconciliation: { reason: 'No bill' } },
      steps: [{ step: 'approve', at: `${month}-28T00:00:00.000Z`, by: 'staff:stf_cat' }],
    };
    chain.push({ statements, period: { ...period, seal: sealOf(period, statements, previous, sha256) } });
  }
  const edited = (at: number, edit: (period: SealedPeriod) => SealedPeriod) =>
    chain.map((period, place) => (place === at ? edit(period) : period));

  it('F6 is complete as it was sealed, also from a later period on', () => {
    expect(verifyChain(chain, sha256)).toBeUndefined();
    const [first] = chain;
    const { month = '', seal } = first?.period ?? {};
    expect(verifyChain(chain.slice(1), sha256, { month, hash: seal?.hash ?? '' })).toBeUndefined();
  });

  it('F6 breaks on a change of any one byte, and names the place', () => {
    const at = fc.tuple(
      fc.nat({ max: months.length - 1 }),
      fc.nat({ max: members.length - 1 }),
      fc.double({ min: 0, max: 0.999999, noNaN: true }),
    );
    fc.assert(
      fc.property(at, fc.integer({ min: 1, max: 255 }), ([period, member, part], flip) => {
        const broken = edited(period, (one) => ({
          ...one,
          statements: one.statements.map((statement, place) => {
            if (place !== member) return statement;
            const bytes = Buffer.from(statement.text, 'latin1');
            const byte = Math.floor(part * bytes.length);
            bytes[byte] = (bytes[byte] ?? 0) ^ flip;
            return { ...statement, text: bytes.toString('latin1') };
          }),
        }));
        expect(verifyChain(broken, sha256)).toEqual({
          month: months[period],
          memberId: members[member],
          what: 'statement',
        });
      }),
      { numRuns: 100 },
    );
  });

  it('F6 breaks where any other stored part of a closed month is changed', () => {
    const ofPeriod = (more: Partial<Period>) =>
      edited(1, ({ period, statements }) => ({ period: { ...period, ...more }, statements }));
    const ofHead = (more: object) =>
      edited(1, ({ period, statements: [head, ...rest] }) => ({
        period,
        statements: head ? [{ ...head, ...more }, ...rest] : [],
      }));
    const { period: { draft, steps } = { draft: undefined, steps: [] }, statements = [] } = chain[1] ?? {};
    const broken = { month: '2026-09', what: 'period' };
    expect(verifyChain(ofPeriod({ steps: steps.map((one) => ({ ...one, by: 'staff:stf_ann' })) }), sha256)).toEqual(
      broken,
    );
    expect(verifyChain(ofPeriod({ reconciliation: { reason: 'No bill.' } }), sha256)).toEqual(broken);
    expect(verifyChain(ofPeriod(draft ? { draft: { ...draft, due: 2 } } : {}), sha256)).toEqual(broken);
    expect(verifyChain(ofHead({ invoice: '2026-000009' }), sha256)).toEqual(broken);
    expect(verifyChain(ofHead({ booked: '2026-09-27T00:00:00.000Z' }), sha256)).toEqual(broken);
    const memberId = statements[0]?.memberId;
    expect(verifyChain(ofHead({ total: 1 }), sha256)).toEqual({ month: '2026-09', memberId, what: 'statement' });
    expect(verifyChain(ofHead({ due: 1 }), sha256)).toEqual({ month: '2026-09', memberId, what: 'statement' });
  });

  it('F6 breaks where a statement was sealed again or omitted, or a period removed', () => {
    const forged = edited(1, (one) => ({
      ...one,
      statements: one.statements.map((statement) => {
        const text = statement.text.replace('"synthetic":', '"Synthetic":');
        return { ...statement, text, hash: sha256(text) };
      }),
    }));
    expect(verifyChain(forged, sha256)).toEqual({ month: '2026-09', what: 'period' });
    const short = edited(2, (one) => ({ ...one, statements: one.statements.slice(1) }));
    expect(verifyChain(short, sha256)).toEqual({ month: '2026-10', what: 'period' });
    expect(verifyChain(chain.toSpliced(1, 1), sha256)).toEqual({ month: '2026-10', what: 'link' });
  });
});
