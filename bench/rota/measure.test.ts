import { GOALS, spreadOf, verdictOn } from './compare.ts';
import { giniOf, type Measures, medianOf } from './measure.ts';
import { POLICIES, type PolicyName } from './policies.ts';

test('the Gini coefficient is 0 when all bear the same and approaches 1 when one bears all', () => {
  expect(giniOf([3, 3, 3, 3])).toBe(0);
  expect(giniOf([0, 0, 0, 8])).toBe(0.75);
  expect(giniOf([1, 2, 3, 4])).toBe(0.25);
  expect(giniOf([])).toBe(0);
});

test('the median of an even number of values is the mean of the middle two', () => {
  expect([medianOf([9, 1, 2]), medianOf([4, 1, 2, 9]), medianOf([])]).toEqual([2, 3, 0]);
});

test('a spread consists of mean, standard deviation of a sample, minimum and maximum', () => {
  expect(spreadOf([2, 4, 6])).toEqual({ mean: 4, sd: 2, min: 2, max: 6 });
  expect(spreadOf([5])).toEqual({ mean: 5, sd: 0, min: 5, max: 5 });
});

const some: Measures = {
  ...{ placed: 10, filled: 8, unfilled: 2, open: 0, fillPercent: 80, medianHours: 100, meanHours: 110 },
  ...{ costPerFilled: 500, asksPerFilled: 1.2, gini: 0.1, giniByTitles: 0.2 },
};
const figuresWith = (ours: Measures[], than: Measures[]) =>
  Object.fromEntries(Object.keys(POLICIES).map((name) => [name, name === 'ours' ? ours : than])) as Record<
    PolicyName,
    Measures[]
  >;

test('a goal is met only when it is met in every seed', () => {
  const fill = GOALS.find(({ measure, than }) => measure === 'fillPercent' && than === 'first-holder');
  if (!fill) throw new Error('no such goal');
  const figures = figuresWith([{ ...some, fillPercent: 90 }, some], [some, { ...some, fillPercent: 80.5 }]);
  expect(verdictOn(fill, figures)).toMatchObject({ differences: [10, -0.5], held: 1, holds: false });
  expect(verdictOn(fill, figuresWith([{ ...some, fillPercent: 81 }], [some])).holds).toBe(true);
  expect(verdictOn(fill, figuresWith([some], [some])).holds).toBe(false);
});

test('the burden may be spread a little less evenly, not more than agreed', () => {
  const gini = GOALS.find(({ measure }) => measure === 'gini');
  if (!gini) throw new Error('no such goal');
  const holds = (ours: number): boolean => verdictOn(gini, figuresWith([{ ...some, gini: ours }], [some])).holds;
  expect([0.05, 0.149, 0.151].map(holds)).toEqual([true, true, false]);
});

test('every measure in the issue is a goal', () => {
  expect(GOALS.map(({ than, measure }) => `${measure} ${than}`)).toEqual([
    'fillPercent first-holder',
    'medianHours first-holder',
    'meanHours first-holder',
    'fillPercent static-table',
    'medianHours static-table',
    'meanHours static-table',
    'medianHours ratio-only',
    'meanHours ratio-only',
    'costPerFilled ratio-only',
    'gini ratio-only',
  ]);
});
