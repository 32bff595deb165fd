import fc from 'fast-check';
import { aRule, loanRules } from '../../../../test/builders/policies.ts';
import { type Exception, excepted, exceptionsAt, exceptionsSchema, exceptionValues } from './exceptions.ts';
import { boundable, type Floors } from './floors.ts';
import type { RuleValues } from './loan-rules.ts';
import { resolveLoanRule, ruleOf } from './resolve.ts';
import type { LendingCase } from './specificity.ts';

const zone = 'America/New_York';
const anException = (over: Partial<Exception> = {}): Exception => ({
  ...{ id: 'exception-1', memberId: 'northfield', kind: 'loan-rules', value: 'loanDays', amount: 14 },
  ...{ untilDay: '2026-12-31', reason: 'The building is closed until the new year.', ...over },
});
const ofNorthfield: LendingCase = {
  ...{ itemBranch: 'northfield.main', checkoutBranch: 'calder.main', patronHome: 'calder', patronCategory: 'adult' },
  ...{ itemCategory: 'book', location: 'stacks' },
};
const floors: Floors = { bounds: [{ value: 'loanDays', min: 21 }] };
const resolved = (
  exceptions: readonly Exception[],
  over: Partial<LendingCase> = {},
  values: Partial<RuleValues> = {},
) =>
  resolveLoanRule(
    loanRules([aRule({ id: 'own', setBy: 'northfield', when: { itemOwner: 'northfield' }, values })]),
    floors,
    { ...ofNorthfield, ...over },
    exceptions,
  );
const faults = (over: object): string[] => {
  const parsed = exceptionsSchema.safeParse({ zone, exceptions: [], ...over });
  return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
};

test('G64 an exception to the end of 2026 applies to the last second of the local year, and the rule from then on', () => {
  const at = (instant: string) =>
    resolved(exceptionsAt({ body: { zone, exceptions: [anException()] } }, instant)).values.loanPeriod;
  expect(at('2027-01-01T04:59:59.000Z')).toEqual({ days: 14 });
  expect(at('2027-01-01T05:00:00.000Z')).toEqual({ days: 28 });
});

test('an exception sets its value below a floor, for the items of its member only, and says so', () => {
  const rule = resolved([anException()]);
  expect([rule.values.loanPeriod, ruleOf(rule, 'loanPeriod')]).toEqual([{ days: 14 }, 'exception-1']);
  const explained = rule.explanations.find(({ value }) => value === 'loanPeriod');
  expect(explained?.exception).toEqual({ memberId: 'northfield', untilDay: '2026-12-31' });
  expect(explained?.held).toBeUndefined();
  const own = resolved([anException()], {}, { loanPeriod: { days: 20 } }).explanations;
  expect(
    own.find(({ value }) => value === 'loanPeriod')?.considered.map(({ ruleId, outcome }) => [ruleId, outcome]),
  ).toEqual([['own', 'excepted']]);
  const others = resolved([anException()], { itemBranch: 'calder.main', checkoutBranch: 'northfield.main' });
  expect([others.values.loanPeriod, ruleOf(others, 'loanPeriod')]).toEqual([{ days: 28 }, 'base']);
});

test('an exception from fines is for the desks of its member, also where the consortium decides fines', () => {
  const noFines = anException({ value: 'finePerDay', amount: 0 });
  const fine = (checkoutBranch: string, more = {}) =>
    resolveLoanRule(loanRules([], more), undefined, { ...ofNorthfield, itemBranch: 'calder.main', checkoutBranch }, [
      noFines,
    ]).values.finePerDay;
  const { deciders } = loanRules();
  expect([fine('northfield.main'), fine('calder.main')]).toEqual([0, 25]);
  expect(fine('northfield.main', { deciders: { ...deciders, fines: 'consortium' } })).toBe(0);
  expect(fine('calder.main', { deciders: { ...deciders, fines: 'consortium' } })).toBe(25);
});

test('the exception of an item type applies before that of a category of patrons, and both before one for all', () => {
  const all = [
    anException({ id: 'exception-1', amount: 1 }),
    anException({ id: 'exception-2', amount: 2, patronCategory: 'adult' }),
    anException({ id: 'exception-3', amount: 3, itemCategory: 'book' }),
    anException({ id: 'exception-4', amount: 4, itemCategory: 'book', patronCategory: 'child' }),
  ];
  const days = (over: Partial<LendingCase>) => resolved(all, over).values.loanPeriod;
  expect([days({}), days({ patronCategory: 'child' })]).toEqual([{ days: 3 }, { days: 4 }]);
  expect([days({ itemCategory: 'dvd' }), days({ itemCategory: 'dvd', patronCategory: 'child' })]).toEqual([
    { days: 2 },
    { days: 1 },
  ]);
});

test('an exception in hours is for loans by the hour, and one in days for loans by the day', () => {
  const hours = anException({ id: 'exception-2', value: 'loanHours', amount: 3 });
  const both = [anException(), hours];
  expect(resolved(both).values.loanPeriod).toEqual({ days: 14 });
  expect(resolved(both, {}, { loanPeriod: { hours: 4 } }).values.loanPeriod).toEqual({ hours: 3 });
  expect(resolved([anException()], {}, { loanPeriod: { hours: 4 } }).values.loanPeriod).toEqual({ days: 21 });
});

test('an exception from a limit of loans leaves the group that the rule counts', () => {
  const limit = anException({ value: 'maxLoans', amount: 9 });
  expect(resolved([limit], {}, { maxLoans: { limit: 3, group: 'films' } }).values.maxLoans).toEqual({
    ...{ limit: 9, group: 'films' },
  });
  expect(resolved([limit], {}, { maxLoans: null }).values.maxLoans).toEqual({ limit: 9 });
});

test('limits of patrons are excepted for the patrons of the member', () => {
  const limits = [
    anException({ kind: 'blocks', value: 'maxLoans', amount: 60 }),
    anException({ id: 'exception-2', kind: 'loan-rules', value: 'maxHolds', amount: 2 }),
  ];
  expect([excepted(limits, 'northfield'), excepted(limits, 'calder')]).toEqual([{ maxLoans: 60 }, {}]);
});

test('exceptions have distinct ids and scopes, a known time zone, and values that an exception can set', () => {
  const limit = anException({ kind: 'blocks', value: 'owedLimit' });
  expect(faults({ exceptions: [anException(), anException({ id: 'exception-2', itemCategory: 'dvd' })] })).toEqual([]);
  expect(faults({ exceptions: [anException(), anException({ itemCategory: 'dvd' })] })).toEqual([
    'two exceptions bear the same id',
  ]);
  expect(faults({ exceptions: [anException(), anException({ id: 'exception-2', amount: 9 })] })).toEqual([
    'two exceptions set the same value',
  ]);
  expect(faults({ zone: 'Nowhere' })).toEqual(['no such time zone']);
  expect(faults({ exceptions: [anException({ value: 'owedLimit' })] })).toEqual(['no exception sets this value']);
  expect(faults({ exceptions: [limit] })).toEqual([]);
  expect(faults({ exceptions: [{ ...limit, patronCategory: 'child' }] })).toEqual([
    'limits of patrons are the same for all item types and categories',
  ]);
  expect(faults({ exceptions: [anException({ id: 'rule-1' })] })).toHaveLength(1);
});

test('without an exception for it, each value is the same as without exceptions at all', () => {
  const values = fc.constantFrom(...boundable);
  fc.assert(
    fc.property(values, fc.nat(500), fc.constantFrom('northfield', 'calder', 'elm'), (value, amount, memberId) => {
      const [plain, ruled] = [resolved([]), resolved([anException({ value, amount, memberId })])];
      const touched = value === 'loanDays' || value === 'loanHours' ? 'loanPeriod' : value;
      for (const { value: name, exception } of ruled.explanations) {
        if (name !== touched) expect([ruled.values[name], exception]).toEqual([plain.values[name], undefined]);
        else if (memberId === 'elm') expect(ruled.values[name]).toEqual(plain.values[name]);
      }
    }),
  );
});

test('each value that an exception can set is set by it', () => {
  for (const value of exceptionValues['loan-rules']) {
    const both = ['northfield', 'calder'].map((memberId, place) =>
      anException({ id: `exception-${place + 1}`, memberId, value, amount: 77 }),
    );
    const loanPeriod = value === 'loanHours' ? { hours: 2 } : { days: 28 };
    const { explanations, values } = resolved(both, {}, { loanPeriod, lostAfterDays: 30 });
    const name = value === 'loanDays' || value === 'loanHours' ? 'loanPeriod' : value;
    expect([value, explanations.filter(({ exception }) => exception).map((one) => one.value)]).toEqual([value, [name]]);
    expect(JSON.stringify(values[name])).toContain('77');
  }
});
