import { operationRates } from '../functions/finance/domain/estimate/rates.ts';
import { coldShares } from './cold-starts.ts';

const rated = operationRates.map(({ operation }) => operation);
const rest = Array.from({ length: 100 }, (_, at) => `teaching-operation-${at}`);
const operations = [...rated, ...rest];
const conditions = [
  { perMinute: 5, idleMinutes: 5 },
  { perMinute: 30, idleMinutes: 10 },
];

test('one function for everything is hardly ever cold', () => {
  for (const { all, rarer } of coldShares(operations, () => 'one', conditions)) {
    expect(all).toBeCloseTo(Math.exp(-25), 9);
    expect(rarer).toBeLessThan(1e-9);
  }
});

test('a function for each operation is cold more often, the rarer the operation and the fewer the requests', () => {
  const [few, many] = coldShares(operations, (operation) => operation, conditions);
  expect(few?.all).toBeGreaterThan(many?.all ?? 1);
  for (const { all, rarer } of [few, many].filter((one) => one !== undefined)) expect(rarer).toBeGreaterThan(all);
  expect(few?.rarer).toBeLessThanOrEqual(1);
});

test('the model gives the same figures in each run', () => {
  const measure = () => coldShares(operations, (operation) => operation.slice(0, 12), conditions);
  expect(measure()).toEqual(measure());
});
