import { operationRates } from '../../functions/finance/domain/estimate/rates.ts';
import { unitCostRows } from '../../functions/finance/domain/usage-report/unit-cost-rows.ts';
import { operations } from '../../functions/operations.ts';

const ids = operations.map(({ id }) => id);

test('the operations whose unit cost finance shows exist, under the names by which they are metered', () => {
  expect(unitCostRows.flatMap((row) => row.operations).filter((id) => !ids.includes(id))).toEqual([]);
});

test('the demo’s past uses existing operations, each with the service under which it is metered', () => {
  const services = new Map(operations.map(({ id, service }) => [id, service]));
  const strange = operationRates.filter(({ operation, service }) => services.get(operation) !== service);
  expect(strange.map(({ operation, service }) => `${operation} (${service})`)).toEqual([]);
});
