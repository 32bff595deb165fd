import { adoptedDues, discountDues, rivalDues } from './scenarios.ts';

test('the budget of the demo agrees with the dues of each scenario: its lines that dues pay sum to what is shared', () => {
  for (const { costs, budget = [] } of [adoptedDues(2026), rivalDues(2027), discountDues(2027)]) {
    const paid = budget.flatMap(({ source, amount }) => (source.from === 'dues' ? [amount] : []));
    expect({ services: paid.reduce((sum, amount) => sum + amount, 0) }).toEqual(costs);
  }
});
