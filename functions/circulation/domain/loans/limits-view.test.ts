import { aPatron, policies } from '../../../../test/builders/circulation.ts';
import { blocksDocument } from '../../../../test/builders/policies.ts';
import { limitsOf } from './limits-view.ts';

const counters = { loans: 4, holds: 2, owed: 300, perGroup: { films: 3 } };
const ruled = (body: Parameters<typeof blocksDocument>[0]) => ({
  ...policies(),
  blocks: blocksDocument({ maxLoans: 60, maxHolds: 30, owedLimit: 2500, ...body }),
});
const accrued = [
  { amount: 150, currency: policies().loanRules.body.currency },
  { amount: 900, currency: 'XTS' },
];

test('a desk sees what a patron has of each limit; accrued fines of the same currency count in the debt', () => {
  const perGroup = { films: 10, games: 2 };
  expect(limitsOf(aPatron({ counters }), ruled({ perGroup }), accrued)).toEqual({
    ...{ loans: { has: 4, most: 60 }, holds: { has: 2, most: 30 } },
    owed: { has: 450, most: 2500, currency: policies().loanRules.body.currency },
    groups: [
      { group: 'films', has: 3, most: 10 },
      { group: 'games', has: 0, most: 2 },
    ],
  });
});

test('where the policy ignores accrued fines, only what is charged counts in the debt', () => {
  expect(limitsOf(aPatron({ counters }), ruled({ accruedFines: 'ignore' }), accrued)).toMatchObject({
    ...{ owed: { has: 300, most: 2500 }, groups: [] },
  });
});
