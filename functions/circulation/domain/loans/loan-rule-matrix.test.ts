import { aRule, loanRules } from '../../../../test/builders/policies.ts';
import { loanRuleMatrix, namedIn } from './loan-rule-matrix.ts';

const place = { itemBranch: 'ash.main', checkoutBranch: 'ash.main', patronHome: 'ash', location: '' };
const body = loanRules([
  aRule({ id: 'dvd', when: { itemCategory: 'dvd' }, values: { loanPeriod: { days: 7 } } }),
  aRule({
    id: 'ash-faculty',
    setBy: 'ash',
    when: { itemOwner: 'ash', patronCategory: 'faculty' },
    values: { renewals: 6 },
  }),
]);

test('the matrix names for each item type and patron category the values and the rule of each, equal outcomes once', () => {
  const matrix = loanRuleMatrix(body, undefined, {
    place,
    itemTypes: ['book', 'dvd'],
    patronCategories: ['adult', 'child', 'faculty'],
  });
  expect(matrix.cells).toEqual([
    { itemCategory: 'book', outcomes: [0, 0, 1] },
    { itemCategory: 'dvd', outcomes: [2, 2, 3] },
  ]);
  expect(matrix.outcomes[0]).toEqual({
    values: {
      ...{ lendable: true, requestOnly: false, holdable: true, loanPeriod: { days: 28 }, renewals: 2, maxLoans: null },
      ...{ maxHolds: null, finePerDay: 25, finePerHour: 0, graceDays: 0, fineCap: 1000, lostCharge: 3000 },
      holdShelfDays: 7,
    },
    from: Object.fromEntries(Object.keys(matrix.outcomes[0]?.values ?? {}).map((name) => [name, 'base'])),
  });
  expect(matrix.outcomes[3]).toMatchObject({
    values: { loanPeriod: { days: 7 }, renewals: 6, finePerDay: 25 },
    from: { loanPeriod: 'dvd', renewals: 'ash-faculty', finePerDay: 'base' },
  });
});

test('a value beyond the consortium’s ceiling is shown as it applies', () => {
  const floors = { bounds: [{ value: 'renewals' as const, max: 4 }] };
  const matrix = loanRuleMatrix(body, floors, { place, itemTypes: ['book'], patronCategories: ['faculty'] });
  expect(matrix.outcomes[0]?.values.renewals).toBe(4);
});

test('the names that rules use stand beside those that are listed', () => {
  expect(namedIn(body, 'itemCategory', ['book'])).toEqual(['book', 'dvd']);
  expect(namedIn(body, 'itemCategory', ['dvd', 'book'])).toEqual(['dvd', 'book']);
  expect(namedIn(body, 'patronCategory', [])).toEqual(['faculty']);
});
