import { aRule, loanRules } from '../../../../test/builders/policies.ts';
import type { Floors } from './floors.ts';
import type { RuleValues } from './loan-rules.ts';
import { resolveLoanRule, ruleOf } from './resolve.ts';
import type { LendingCase } from './specificity.ts';

const aCase: LendingCase = {
  ...{ itemBranch: 'ash.main', checkoutBranch: 'birch.east', patronHome: 'cedar', patronCategory: 'adult' },
  ...{ itemCategory: 'dvd', location: 'stacks' },
};
const resolved = (values: Partial<RuleValues>, bounds: Floors['bounds'] = []) =>
  resolveLoanRule(loanRules([aRule({ id: 'ash', setBy: 'ash', values })]), { bounds }, aCase);

test('a loan by the hour stays one unless its days are bounded to more; bounds of hours are for hours', () => {
  const period = (hours: number, bounds: Floors['bounds']) =>
    resolved({ loanPeriod: { hours } }, bounds).values.loanPeriod;
  expect(period(30, [])).toEqual({ hours: 30 });
  expect(period(30, [{ value: 'loanDays', min: 2 }])).toEqual({ hours: 30 });
  expect(period(24, [{ value: 'loanDays', min: 2 }])).toEqual({ days: 2 });
  expect(
    period(30, [
      { value: 'loanDays', min: 7 },
      { value: 'loanHours', max: 4 },
    ]),
  ).toEqual({ hours: 4 });
});

test('no limit at all is above every ceiling, and stays none where none is adopted', () => {
  expect(resolved({ maxLoans: null, lostAfterDays: null }).values).toMatchObject({
    maxLoans: null,
    lostAfterDays: null,
  });
  const { values, explanations } = resolved({ maxLoans: null }, [{ value: 'maxLoans', max: 5 }]);
  expect(values.maxLoans).toEqual({ limit: 5 });
  expect(explanations.find(({ value }) => value === 'maxLoans')?.held).toEqual({ by: 'ceiling', from: null, to: 5 });
  expect(resolved({ maxLoans: { limit: 3, group: 'films' } }).values.maxLoans).toEqual({ limit: 3, group: 'films' });
});

test('a lost item costs its price where that is known and wanted, and a cap as a share is of the price', () => {
  const money = { lostCharge: 3000, lostAtPrice: true, fineCap: { percentOfPrice: 50 } } as const;
  const owned = loanRules([aRule({ id: 'all', values: money })]);
  expect(resolveLoanRule(owned, undefined, { ...aCase, price: 1999 }).values).toMatchObject({
    lostCharge: 1999,
    fineCap: 999,
  });
  expect(resolveLoanRule(owned, undefined, { ...aCase, price: 0 }).values).toMatchObject({ lostCharge: 0, fineCap: 0 });
  expect(resolveLoanRule(owned, undefined, aCase).values).toMatchObject({ lostCharge: 3000, fineCap: 1500 });
  const fixed = loanRules([aRule({ id: 'all', values: { ...money, lostAtPrice: false } })]);
  expect(resolveLoanRule(fixed, undefined, { ...aCase, price: 1999 }).values.lostCharge).toBe(3000);
});

test('rules of other libraries are named only where they set the value, and the consortium’s once where it decides', () => {
  const rules = [
    aRule({ id: 'elm', setBy: 'elm', values: { renewals: 9 } }),
    aRule({ id: 'all', values: { renewals: 1 } }),
  ];
  const { deciders } = loanRules();
  const of = (value: 'renewals' | 'holdable', more = {}) =>
    resolveLoanRule(loanRules(rules, more), undefined, aCase).explanations.find((one) => one.value === value)
      ?.considered;
  expect(of('renewals')?.map(({ ruleId, outcome }) => [ruleId, outcome])).toEqual([
    ['all', 'won'],
    ['elm', 'not-the-decider'],
  ]);
  expect(of('holdable')?.map(({ ruleId }) => ruleId)).toEqual(['all']);
  const central = { deciders: { ...deciders, lending: 'consortium' as const } };
  expect(of('renewals', central)?.map(({ ruleId }) => ruleId)).toEqual(['all', 'elm']);
});

test('a place of another member does not match, and the rule of a value without one is the base', () => {
  const rules = loanRules([aRule({ id: 'elms', when: { itemOwner: 'elm' }, values: { renewals: 9 } })]);
  const rule = resolveLoanRule(rules, undefined, aCase);
  expect(ruleOf(rule, 'renewals')).toBe('base');
  expect(ruleOf({ ...rule, explanations: [] }, 'renewals')).toBe('base');
});
