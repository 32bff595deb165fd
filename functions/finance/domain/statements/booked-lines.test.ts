import { endOfMonth } from '../../../../layers/records/ledger/domain/netting.ts';
import { built, sha256, statementsInput } from '../../../../test/builders/statements.ts';
import { newPeriod, type Period } from '../periods/period.ts';
import { monthInput } from '../usage-report/synthetic-month.ts';
import { betweenLines } from './between-lines.ts';
import { billedFrom, carriedLines, carriedMonths, carriedSum, deferredLine } from './billing-cycle.ts';
import { type Block, billingSchema, blocks, modeOf } from './billing-policy.ts';
import { accrualPostings, bookingIds, duesIn, passesNettingOn, statementBookings } from './booking.ts';
import { buildStatements } from './build.ts';
import { duesLine } from './dues-lines.ts';
import { dayAmounts } from './evidence-amounts.ts';
import { areHeadsAsApproved, draftHash, type SealedHead, sealOf } from './pack.ts';
import { platformLines } from './platform-lines.ts';
import type { StatementLine } from './statement.ts';

const month = { from: '2026-10-01', to: '2026-10-31' };
const issued = '2026-11-03T00:00:00.000Z';
const line = (block: Block, amount: number, over: Partial<StatementLine> = {}): StatementLine => ({
  ...{ lineId: `${block}-a`, block, title: block, mode: 'charge', ...month, amount },
  ...{ evidence: { kind: 'bill', billId: 'pbl_1' }, ...over },
});
const bookedOf = (...lines: StatementLine[]) => ({ month: '2026-10', memberId: 'law', currency: 'USD', lines });
const postingsOf = (...lines: StatementLine[]) =>
  statementBookings(bookedOf(...lines), issued).map((one) => one.posting);

describe('The entries of a statement', () => {
  test.each<[Block, string, string, string]>([
    ['direct', 'platform', 'platform-billed', 'platform-credited'],
    ['shared', 'platform', 'platform-billed', 'platform-credited'],
    ['idle', 'platform', 'platform-billed', 'platform-credited'],
    ['unattributed', 'platform', 'platform-billed', 'platform-credited'],
    ['unmetered', 'platform', 'platform-billed', 'platform-credited'],
    ['dues', 'dues', 'dues-billed', 'dues-credited'],
    ['between-members', 'netting', 'netting-billed', 'netting-credited'],
    ['one-off', 'services', 'services-billed', 'services-credited'],
    ['credit', 'adjustments', 'correction-billed', 'credit-noted'],
    ['correction', 'adjustments', 'correction-billed', 'credit-noted'],
    ['tax', 'tax', 'tax-billed', 'tax-credited'],
  ])('of the part %s are booked as %s: %s for a debt, %s for a credit', (block, name, billed, credited) => {
    const common = {
      ...{ entryId: `statement-2026-10-law-${name}`, causeId: 'statement-2026-10-law', at: issued, currency: 'USD' },
      ...{ memo: 'statement', period: '2026-10', member: 'law' },
    };
    expect(postingsOf(line(block, 500))).toEqual([{ ...common, kind: billed, amount: 500 }]);
    expect(postingsOf(line(block, -500))).toEqual([{ ...common, kind: credited, amount: 500 }]);
  });

  test('sum a group, and leave out groups of zero and lines that are not charged', () => {
    const lines = [
      ...[line('direct', 300), line('idle', -100), line('dues', 5), line('dues', -5)],
      ...[line('tax', 7, { mode: 'showback' }), line('one-off', 9, { mode: 'deferred' })],
    ];
    expect(postingsOf(...lines).map(({ kind, amount }) => [kind, amount])).toEqual([['platform-billed', 200]]);
  });

  test('of a correction are in the group of the corrected line; debts between members are corrected as an adjustment', () => {
    const of = (block: Block) =>
      postingsOf(line('correction', -5, { corrects: { block, month: '2026-09', lineId: 'a' } })).map(
        ({ kind }) => kind,
      );
    expect([of('dues'), of('direct'), of('between-members')]).toEqual([
      ...[['dues-credited'], ['platform-credited'], ['credit-noted']],
    ]);
  });

  test('have ids that are known before anything is booked', () => {
    expect(bookingIds('s')).toEqual([...['s-platform', 's-dues', 's-services', 's-netting', 's-adjustments', 's-tax']]);
  });

  test('show which part of them is dues, with their corrections, as far as they are charged', () => {
    const corrects = { block: 'dues' as const, month: '2026-09', lineId: 'a' };
    const lines = [
      ...[line('dues', 100), line('dues', 50, { mode: 'showback' }), line('direct', 7)],
      line('correction', -30, { corrects }),
    ];
    expect(duesIn({ lines })).toBe(70);
  });

  test('wait for the netting only where a debt between members is charged', () => {
    const of = (over: StatementLine) => passesNettingOn({ lines: [over] });
    expect([
      ...[of(line('between-members', 5)), of(line('between-members', -5)), of(line('between-members', 0))],
      ...[of(line('between-members', 5, { mode: 'showback' })), of(line('dues', 5))],
    ]).toEqual([true, true, false, false, false]);
  });
});

describe('The accruals of a statement', () => {
  const lines = [
    ...[line('direct', 1), line('dues', 2), line('one-off', 3), line('between-members', 4), line('tax', 5)],
    line('credit', -6),
  ];
  const accrued = (at: string, ...own: StatementLine[]) =>
    accrualPostings(bookedOf(...own), at).map(({ entryId, kind, amount, at: on, memo }) =>
      [entryId.replace('statement-2026-10-law-', ''), kind, amount, on === at ? 'bill' : on, memo].join(' '),
    );
  const end = endOfMonth('2026-10');

  test('are of each cost at the end of its month, and are reversed by the bill; debts between members are no cost', () => {
    expect(accrued(issued, ...lines)).toEqual([
      `platform-accrued platform-accrued 1 ${end} accrual`,
      `dues-accrued dues-accrued 2 ${end} accrual`,
      `services-accrued services-accrued 3 ${end} accrual`,
      `adjustments-accrued platform-accrual-reversed 6 ${end} accrual`,
      `tax-accrued tax-accrued 5 ${end} accrual`,
      'platform-reversed platform-accrual-reversed 1 bill accrual',
      'dues-reversed dues-accrual-reversed 2 bill accrual',
      'services-reversed services-accrual-reversed 3 bill accrual',
      'adjustments-reversed platform-accrued 6 bill accrual',
      'tax-reversed tax-accrual-reversed 5 bill accrual',
    ]);
  });

  test('are none where the bill is of the month itself, up to its last instant', () => {
    const after = new Date(Date.parse(end) + 1).toISOString();
    expect([accrued(end, ...lines), accrued('2026-10-30T00:00:00.000Z', ...lines)]).toEqual([[], []]);
    expect(accrued(after, line('dues', 2))).toHaveLength(2);
  });

  test('are of lines that wait for their invoice, and are reversed by the statement that bills them; not of shown lines', () => {
    expect(accrued(issued, line('dues', 2, { mode: 'deferred' }), line('direct', 5, { mode: 'showback' }))).toEqual([
      `dues-accrued dues-accrued 2 ${end} accrual`,
    ]);
    expect(accrued(issued, line('dues', 2, { carries: { month: '2026-09', lineId: 'dues-a' } }))).toEqual([
      'dues-carried dues-accrual-reversed 2 bill accrual',
    ]);
  });
});

describe('The lines of a cycle', () => {
  const carries = { month: '2026-08', lineId: 'dues-a' };

  test('of earlier months are summed and named apart from those of the statement’s own month', () => {
    const lines = [
      line('dues', 5),
      line('dues', 7, { carries }),
      line('direct', 9, { carries: { ...carries, month: '2026-09' } }),
    ];
    expect([carriedSum({ lines }), carriedMonths({ lines }), billedFrom({ month: '2026-10', lines })]).toEqual([
      ...[16, ['2026-08', '2026-09'], '2026-08'],
    ]);
    const own = { month: '2026-10', lines: [line('dues', 5)] };
    expect([carriedSum(own), carriedMonths(own), billedFrom(own)]).toEqual([0, [], '2026-10']);
  });

  test('wait only when they are charged, with the tax rule of their part, their own one, or none where they correct', () => {
    const billing = billingSchema.parse({ tax: { dues: { category: 'S', rate: 1900 } } });
    const rule = { category: 'AA', rate: 700 };
    const of = (one: StatementLine) => {
      const { mode, taxRule } = deferredLine(billing, one);
      return [mode, taxRule];
    };
    expect(of(line('dues', 5))).toEqual(['deferred', { category: 'S', rate: 1900 }]);
    expect(of(line('dues', 5, { taxRule: rule }))).toEqual(['deferred', rule]);
    expect(of(line('direct', 5))).toEqual(['deferred', undefined]);
    expect(of(line('tax', 5))).toEqual(['deferred', undefined]);
    expect(of(line('correction', 5, { corrects: { ...carries, block: 'dues' } }))).toEqual(['deferred', undefined]);
    expect(of(line('dues', 5, { mode: 'showback' }))).toEqual(['showback', undefined]);
  });

  test('are billed later without their codes and exact amounts, with their requests, reason or invoices as evidence', () => {
    const deferred = (own: StatementLine) =>
      carriedLines({ month: '2026-09', memberId: 'law', currency: 'USD', lines: [{ ...own, mode: 'deferred' }] });
    const codes = { account: '6410' };
    const exact = '5.000000000000';
    const operations = [2, 3].map((events) => ({ operation: 'search', events, amount: exact }));
    const usage = { kind: 'usage' as const, of: 'law', service: 'search' as const, operations };
    expect(deferred(line('direct', 500, { codes, exact, metered: exact, evidence: usage }))).toEqual([
      {
        ...line('direct', 500, {
          lineId: 'carried-2026-09-direct-a',
          carries: { month: '2026-09', lineId: 'direct-a' },
        }),
        evidence: { kind: 'carried', month: '2026-09', lineId: 'direct-a', events: 5 },
      },
    ]);
    const reason = { kind: 'adjustment' as const, reason: 'Order 7', by: 'staff:a', at: issued };
    expect(deferred(line('one-off', 5, { evidence: reason }))[0]?.evidence).toEqual({
      ...{ kind: 'carried', month: '2026-09', lineId: 'one-off-a', reason: 'Order 7' },
    });
    const waiting = [line('dues', 5), line('dues', 5, { mode: 'showback' })];
    expect(carriedLines({ month: '2026-09', memberId: 'law', currency: 'USD', lines: waiting })).toEqual([]);
  });
});

describe('The lines of a month', () => {
  test('of dues name their year by its first and last month, and the lines of the budget that they pay', () => {
    const dues = {
      memberId: 'law',
      code: 'membership',
      from: '2026-07',
      amount: 1200,
      currency: 'USD',
      reference: 'scn_1',
    };
    expect(duesLine(dues, '2026-10', month)).toEqual({
      ...{ lineId: 'dues-membership', block: 'dues', title: 'dues', ...month, amount: 100 },
      evidence: { kind: 'dues', reference: 'scn_1', year: '2026-07/2027-06', yearly: 1200 },
    });
    expect(duesLine(dues, '2026-06', month)).toBeUndefined();
  });

  test('of debts between members leave out the entries that settled earlier ones', () => {
    const { entries } = statementsInput();
    const settled = entries.map((entry) => ({ ...entry, kind: 'netting-settled' as const }));
    const about = { month: '2026-10', period: month };
    expect(betweenLines(settled, about)).toEqual([]);
    expect(betweenLines([...entries, ...settled], about)).toEqual(betweenLines(entries, about));
  });

  test('are refused with the currencies that have no rate', () => {
    const adjustments = ['JPY', 'CHF'].map((currency, at) => ({
      ...{ kind: 'credit' as const, memberId: 'law', code: `c${at}`, amount: -5, currency, reason: 'x' },
      ...{ by: 'staff:a', at: issued },
    }));
    expect(buildStatements(statementsInput({ adjustments }))).toEqual({
      refused: [
        {
          code: 'no-rate',
          detail:
            'The billing policy of 2026-10 has no rate from JPY, CHF to USD: open the period again and have one adopted that begins in it.',
        },
      ],
    });
  });

  test('show what they were calculated by', () => {
    const [first] = built();
    const { report, key } = statementsInput();
    expect(first?.basis).toEqual({
      ...{ priceBook: report.priceBook.version, attribution: report.attributionPolicy, synthetic: false },
      ...{ key: `${key.name} ${key.version}`, bill: 'Trial month', factors: [] },
    });
    const calibration = {
      billId: 'pbl_1',
      factors: new Map([
        ['SES', 5n],
        ['Lambda', 10n ** 12n],
      ]),
      lines: [],
    };
    expect(built({ calibration })[0]?.basis.factors).toEqual([
      { service: 'Lambda', factor: '1.000000000000' },
      { service: 'SES', factor: '0.000000000005' },
    ]);
  });

  test('are in the order of the parts of a statement', () => {
    for (const { lines } of built()) {
      const places = lines.map(({ block }) => blocks.indexOf(block));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }
  });

  test('of a share of the bill that no meter counted name the bill and the kind', () => {
    const own = {
      ...{ category: 'unattributed' as const, member: 'law', service: 'platform' as const, operation: '', events: 0 },
      ...{ succeeded: 0, charges: [], amount: 2n * 10n ** 12n, pool: 'billed' as const, metered: 0n },
    };
    const lines = [
      { ...own, billedAs: 'support' as const },
      { ...own, billedAs: 'credit' as const, amount: -(10n ** 12n) },
    ];
    const calibration = { billId: 'pbl_7', factors: new Map(), lines };
    const input = { lines: [], calibration, exchange: { into: 'USD' }, minorDigits: 2, period: month };
    expect(platformLines(input).get('law')).toEqual([
      {
        ...{ lineId: 'unmetered-support', block: 'unmetered', title: 'billed-support', ...month, amount: 200 },
        ...{ exact: '2.000000000000', evidence: { kind: 'bill', billId: 'pbl_7' } },
      },
      {
        ...{ lineId: 'unmetered-credit', block: 'unmetered', title: 'billed-credit', ...month, amount: -100 },
        ...{ exact: '-1.000000000000', evidence: { kind: 'bill', billId: 'pbl_7' } },
      },
    ]);
    const none = { ...calibration, lines: [{ ...own, amount: 0n, billedAs: 'support' as const }] };
    expect(platformLines({ ...input, calibration: none }).size).toBe(0);
  });

  test('of the part of tax and of one-off charges are charged, whatever the policy shows', () => {
    const billing = billingSchema.parse({ modes: { dues: 'charge' } });
    expect((['tax', 'one-off', 'dues', 'direct'] as const).map((block) => modeOf(billing, block))).toEqual([
      ...['charge', 'charge', 'charge', 'showback'],
    ]);
  });
});

test('an amount of days that cannot be divided evenly has its remainder on the earlier day, in any order of them', () => {
  const [day] = monthInput('2026-10').sums;
  if (!day) throw new Error('no use');
  const charges = statementsInput().report.lines.find(
    ({ member, operation, pool }) => pool === 'own' && member === day.member && operation === day.operation,
  )?.charges;
  const days = ['2026-10-02', '2026-10-01'].map((of) => ({ ...day, day: of }));
  const [late, early] = dayAmounts(days, charges ?? [], 7n);
  expect([early, late]).toEqual([4n, 3n]);
  const [first, second] = dayAmounts(days.toReversed(), charges ?? [], 7n);
  expect([first, second]).toEqual([4n, 3n]);
});

describe('The heads of a period’s statements', () => {
  const head: SealedHead = { memberId: 'law', currency: 'USD', total: 5, due: 5, hash: sha256('a') };
  const other: SealedHead = { ...head, memberId: 'abbey', hash: sha256('b') };
  const figures = { statements: 2, currency: 'USD', total: 10, due: 10 };
  const draft = { hash: draftHash('2026-10', [head, other], sha256), ...figures };
  const approved: Period = { ...newPeriod('2026-10'), draft };
  const closed = { ...approved, seal: sealOf(approved, [head, other], undefined, sha256) };
  const are = (period: Period, heads: SealedHead[]) => areHeadsAsApproved(period, heads, sha256);

  test('are those that were approved, in any order', () => {
    expect([are(approved, [head, other]), are(approved, [other, head]), are(closed, [other, head])]).toEqual([
      ...[true, true, true],
    ]);
    expect(are(newPeriod('2026-10'), [head])).toBe(true);
  });

  test('are not approved when a text differs or one is missing, and not sealed when a total or a booking differs', () => {
    expect([are(approved, [head]), are(approved, [head, { ...other, hash: sha256('c') }])]).toEqual([false, false]);
    const changed: Partial<SealedHead>[] = [
      ...[{ total: 6 }, { due: 6 }, { currency: 'EUR' }, { booked: issued }, { invoice: '2026-1' }],
    ];
    for (const over of changed) expect(are(closed, [head, { ...other, ...over }])).toBe(false);
    expect(are({ ...closed, round: closed.round + 1 }, [head, other])).toBe(false);
  });

  test('have a seal that names the period before, and differs by it', () => {
    const previous = { month: '2026-09', hash: sha256('before') };
    const seal = sealOf(approved, [head, other], previous, sha256);
    expect([seal.previous, closed.seal.previous, seal.hash === closed.seal.hash]).toEqual([previous, undefined, false]);
    expect(sealOf(closed, [other, head], undefined, sha256)).toEqual(closed.seal);
  });
});
