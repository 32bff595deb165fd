import { aCalendar } from '../../../../test/builders/calendar.ts';
import { aPatron, monday } from '../../../../test/builders/circulation.ts';
import type { Block, PatronStatus } from '../../../patrons/public/patron-status.ts';
import { borrowingReasons } from './borrowing-reasons.ts';
import {
  type BlockTerms,
  dependantsFindings,
  limitFindings,
  overdueFindings,
  owedLimit,
  proxyFindings,
  refusalOfReached,
  statusFindings,
  tightest,
} from './patron-checks.ts';

const calendar = aCalendar();
const aBlock = (over: Partial<Block> = {}): Block => ({
  ...{ code: 'conduct', scope: 'consortium', since: monday, by: 'staff:1' },
  ...over,
});
const blocked = (...blocks: Partial<Block>[]): PatronStatus => aPatron({ blocks: blocks.map(aBlock) });
const euros = (amount: number) => ({ amount, currency: 'EUR' });
const atBirch = ['birch', 'ash'];

const status = (patron: PatronStatus, terms?: BlockTerms, members = atBirch) =>
  statusFindings(patron, members, calendar, monday, terms);
const failed = (...asked: Parameters<typeof status>) =>
  status(...asked).flatMap(({ passed, check, detail }) => (passed ? [] : [`${check}: ${detail}`]));

const goodCard = {
  ...{ check: 'card-expired', passed: true, detail: 'The card is good to 2030-12-31' },
  params: { expiresOn: '2030-12-31' },
};

test('the status of a patron without a block is explained: how long the card is valid, and that nothing stops the loan', () => {
  expect(status(aPatron())).toEqual([goodCard, { check: 'patron-blocked', passed: true, detail: 'No block applies' }]);
});

test('a card is valid to the end of its last day in the time zone of the branch', () => {
  const expires = aPatron({ expiresOn: '2026-03-02' });
  const at = (instant: string) => statusFindings(expires, atBirch, calendar, instant)[0];
  expect(at('2026-03-02T22:59:59.000Z')?.passed).toBe(true);
  expect(at('2026-03-02T23:00:00.000Z')).toEqual({
    ...{ check: 'card-expired', passed: false, detail: 'The card is good to 2026-03-02' },
    params: { expiresOn: '2026-03-02' },
  });
});

test('all blocks that apply are named with their place; an unpaid subscription and an erasure have messages of their own', () => {
  const patron = blocked({}, { code: 'rude', scope: 'ash' }, { code: 'subscription-unpaid', scope: 'birch' });
  expect(status({ ...patron, erasureAsked: true })).toEqual([
    goodCard,
    { check: 'patron-blocked', passed: false, detail: 'Blocked: conduct (consortium), rude (ash)' },
    { check: 'erasure-asked', passed: false, detail: 'The patron is to be erased once all is settled' },
    { check: 'subscription-unpaid', passed: false, detail: 'The subscription is not paid (birch)' },
  ]);
});

test.each<[string, Partial<Block>, BlockTerms, string[], string[]]>([
  ['at another member does not count', { scope: 'elm' }, { act: 'checkout' }, atBirch, []],
  ['at the owner of the item counts', { scope: 'ash' }, { act: 'checkout' }, atBirch, ['ash']],
  ['that ended yesterday does not count', { until: '2026-03-01' }, { act: 'checkout' }, atBirch, []],
  ['counts on its last day', { until: '2026-03-02' }, { act: 'checkout' }, atBirch, ['consortium']],
  ['of holds does not stop a loan', { stops: ['hold'] }, { act: 'checkout' }, atBirch, []],
  ['of holds stops a hold', { stops: ['hold'] }, { act: 'hold' }, atBirch, ['consortium']],
  ['that the policy lets pass does not count', {}, { act: 'hold', stops: ['theft'] }, atBirch, []],
  ['that the policy names counts', {}, { act: 'hold', stops: ['theft', 'conduct'] }, atBirch, ['consortium']],
  [
    'with an exception for home does not count there',
    { exceptAtHome: true },
    { act: 'checkout' },
    ['cedar', 'ash'],
    [],
  ],
  [
    'with that exception counts elsewhere',
    { exceptAtHome: true },
    { act: 'checkout' },
    ['ash', 'cedar'],
    ['consortium'],
  ],
  ['without that exception counts at home', {}, { act: 'checkout' }, ['cedar', 'ash'], ['consortium']],
])('C67 a block %s', (_what, block, terms, members, scopes) => {
  const expected = scopes.map(
    (scope) => `patron-blocked: Blocked: conduct (${scope === 'ash' ? 'ash' : 'consortium'})`,
  );
  expect(failed(blocked(block), terms, members)).toEqual(expected);
});

test('a block that the policy excludes from overrides says so, also one for an unpaid subscription; others do not', () => {
  const overridable = (never: string[]) =>
    status(blocked({}, { code: 'subscription-unpaid' }), { act: 'checkout', never }).map((one) => one.overridable);
  expect(overridable([])).toEqual([undefined, undefined, undefined]);
  expect(overridable(['theft'])).toEqual([undefined, undefined, undefined]);
  expect(overridable(['conduct'])).toEqual([undefined, false, undefined]);
  expect(overridable(['theft', 'subscription-unpaid'])).toEqual([undefined, undefined, false]);
});

test('a proxy may borrow whose own card is expired, but not one who is blocked: every block is named', () => {
  const proxy = (patron: PatronStatus | undefined) => proxyFindings(patron, atBirch, calendar, monday);
  expect(proxy(undefined)).toEqual([]);
  expect(proxy(aPatron({ expiresOn: '2020-01-01' }))).toEqual([
    { check: 'proxy-blocked', passed: true, detail: 'The proxy may borrow' },
  ]);
  expect(proxy(blocked({}, { code: 'subscription-unpaid', scope: 'birch' }))).toEqual([
    {
      ...{ check: 'proxy-blocked', passed: false },
      detail: 'Blocked: conduct (consortium); The subscription is not paid (birch)',
    },
  ]);
});

test('C35 the number of overdue loans must be below the limit; without a limit it is not checked', () => {
  const overdue = (has: number | undefined, passed: boolean, detail: string) => ({
    ...{ check: 'too-many-overdue', passed, detail },
    params: { has: has ?? 0, limit: 2 },
  });
  expect(overdueFindings(1, 2)).toEqual([overdue(1, true, '1 overdue of fewer than 2')]);
  expect(overdueFindings(2, 2)).toEqual([overdue(2, false, '2 overdue of fewer than 2')]);
  expect(overdueFindings(undefined, 2)).toEqual([overdue(0, true, '0 overdue of fewer than 2')]);
  expect([overdueFindings(9, null), overdueFindings(9, undefined)]).toEqual([[], []]);
});

test('the debts of dependants may reach the limit, not exceed it; without a limit they are not checked', () => {
  const owes = (amount: number, passed: boolean, detail: string) => ({
    ...{ check: 'dependants-owe', passed, detail },
    params: { owed: euros(amount), limit: euros(500) },
  });
  expect(dependantsFindings(500, 500, 'EUR')).toEqual([owes(500, true, 'Dependants owe 5.00 EUR of at most 5.00 EUR')]);
  expect(dependantsFindings(501, 500, 'EUR')).toEqual([
    owes(501, false, 'Dependants owe 5.01 EUR of at most 5.00 EUR'),
  ]);
  expect(dependantsFindings(undefined, 500, 'EUR')).toEqual([
    owes(0, true, 'Dependants owe 0.00 EUR of at most 5.00 EUR'),
  ]);
  expect(dependantsFindings(9000, undefined, 'EUR')).toEqual([]);
});

test('C8 fines that are accrued and not charged yet leave less for charged debts, and the message names them', () => {
  expect(owedLimit(2000, 'EUR')).toEqual({ counter: 'owed', below: 2001, currency: 'EUR' });
  expect(owedLimit(2000, 'EUR', 1)).toEqual({ counter: 'owed', below: 2000, currency: 'EUR', accrued: 1 });
  const owes = (owed: number, accrued?: number) =>
    limitFindings(aPatron({ counters: { loans: 0, holds: 0, owed, perGroup: {} } }), [owedLimit(2000, 'EUR', accrued)]);
  const debt = (owed: number, accrued: number, why: string) => ({
    ...{ owed: euros(owed), limit: euros(2000), accrued: euros(accrued), why },
  });
  expect(owes(2000)).toEqual([
    {
      ...{ check: 'owed-over-limit', passed: true, detail: 'Owes 20.00 EUR of at most 20.00 EUR' },
      params: debt(2000, 0, 'charged'),
    },
  ]);
  expect(owes(1900, 150)).toEqual([
    {
      ...{ check: 'owed-over-limit', passed: false },
      detail: 'Owes 20.50 EUR of at most 20.00 EUR, with accrued fines of 1.50 EUR',
      params: debt(2050, 150, 'accrued'),
    },
  ]);
});

test('a limit is reached at its number: of loans, of holds, and of each group under its own name', () => {
  const patron = aPatron({ counters: { loans: 14, holds: 10, owed: 0, perGroup: { dvds: 3 } } });
  const limits = [
    { counter: 'loans', below: 15 },
    { counter: 'holds', below: 10 },
    { counter: 'group:dvds', below: 3 },
    { counter: 'group:maps', below: 1 },
  ] as const;
  expect(limitFindings(patron, limits)).toEqual([
    { check: 'too-many-loans', passed: true, detail: 'Has 14 of at most 15 (loans)', params: { has: 14, limit: 15 } },
    { check: 'too-many-holds', passed: false, detail: 'Has 10 of at most 10 (holds)', params: { has: 10, limit: 10 } },
    {
      ...{ check: 'too-many-in-group', passed: false, detail: 'Has 3 of at most 3 (group:dvds)' },
      params: { has: 3, limit: 3, group: 'dvds' },
    },
    {
      ...{ check: 'too-many-in-group', passed: true, detail: 'Has 0 of at most 1 (group:maps)' },
      params: { has: 0, limit: 1, group: 'maps' },
    },
  ]);
  expect(refusalOfReached({ counter: 'loans', below: 15 })).toEqual({
    ...{ code: 'too-many-loans', detail: 'Has 15 of at most 15 (loans)', params: { has: 15, limit: 15 } },
  });
});

test('C66 of several limits of one counter the lowest applies, in whatever order they are found', () => {
  const loans = (below: number) => ({ counter: 'loans' as const, below });
  const films = { counter: 'group:films' as const, below: 20 };
  expect(tightest([loans(15), films, loans(9)])).toEqual([loans(9), films]);
  expect(tightest([loans(9), loans(15), films])).toEqual([loans(9), films]);
  expect(tightest([{ ...loans(9), currency: 'EUR' }, loans(9)])).toEqual([{ ...loans(9), currency: 'EUR' }]);
});

describe('the reasons why a patron may not borrow at a desk', () => {
  const desk = { branchId: 'birch.east', calendar, at: monday };
  const thresholds = { maxLoans: 15, owedLimit: 2000 };
  const full = aPatron({
    ...{ expiresOn: '2026-03-01', blocks: [aBlock({ scope: 'birch' }), aBlock({ scope: 'ash', code: 'rude' })] },
    counters: { loans: 15, holds: 0, owed: 1990, perGroup: {} },
  });
  const codes = (limits: Parameters<typeof borrowingReasons>[2]) =>
    borrowingReasons(full, desk, limits).map(({ code }) => code);

  test('are those of this desk’s library with their figures; a patron in good standing has none', () => {
    expect(borrowingReasons(full, desk, { thresholds, currency: 'EUR', accrued: 11 })).toEqual([
      {
        ...{ code: 'card-expired', detail: 'The card is good to 2026-03-01' },
        params: { expiresOn: '2026-03-01' },
      },
      { code: 'patron-blocked', detail: 'Blocked: conduct (birch)' },
      { code: 'too-many-loans', detail: 'Has 15 of at most 15 (loans)', params: { has: 15, limit: 15 } },
      {
        code: 'owed-over-limit',
        detail: 'Owes 20.01 EUR of at most 20.00 EUR, with accrued fines of 0.11 EUR',
        params: { owed: euros(2001), limit: euros(2000), accrued: euros(11), why: 'accrued' },
      },
    ]);
    expect(borrowingReasons(aPatron(), desk, { thresholds, currency: 'EUR' })).toEqual([]);
    const loansOnly = blocked({ stops: ['checkout'] }, { code: 'no-holds', stops: ['hold', 'renewal'] });
    expect(borrowingReasons(loansOnly, desk, { thresholds, currency: 'EUR' })).toEqual([
      { code: 'patron-blocked', detail: 'Blocked: conduct (consortium)' },
    ]);
  });

  test('name no limit while no policy with limits, or no currency, is adopted', () => {
    expect(codes({ thresholds: undefined, currency: 'EUR', accrued: 11 })).toEqual(['card-expired', 'patron-blocked']);
    expect(codes({ thresholds, currency: undefined, accrued: 11 })).toEqual([
      ...['card-expired', 'patron-blocked', 'too-many-loans'],
    ]);
  });
});
