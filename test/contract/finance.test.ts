import { operationRates } from '../../functions/finance/domain/estimate/rates.ts';
import { unitCostRows } from '../../functions/finance/domain/usage-report/unit-cost-rows.ts';
import { operations } from '../../functions/operations.ts';

const ids = operations.map(({ id }) => id);

test('what finance asks the unit cost of are operations of ours, by the name under which they are metered', () => {
  expect(unitCostRows.flatMap((row) => row.operations).filter((id) => !ids.includes(id))).toEqual([]);
});

test('the demo’s past is of operations of ours, each with the service that it is metered for', () => {
  const services = new Map(operations.map(({ id, service }) => [id, service]));
  const strange = operationRates.filter(({ operation, service }) => services.get(operation) !== service);
  expect(strange.map(({ operation, service }) => `${operation} (${service})`)).toEqual([]);
});
