import { deskMeasurer, listening } from '../../../bench/units.ts';
import { handler as meter } from '../../../functions/finance/consumers/meter-usage/handler.ts';
import { batchEvidenceBytes } from '../../../functions/finance/domain/estimate/metering-work.ts';
import { operationRates } from '../../../functions/finance/domain/estimate/rates.ts';
import { storedBytes } from '../../../layers/platform/dynamodb/capacity.ts';
import { systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aConsortium } from '../../builders/lending.ts';
import { aLogsEvent, aReportLine, aUsageLine } from '../../builders/log-lines.ts';
import { scanAll } from '../../builders/scan-all.ts';

test('the estimate’s rates for circulation are the units that its functions use', async () => {
  const table = await aTable();
  await aConsortium(table);
  const rows = await listening(async (last) => {
    const measure = deskMeasurer(table, last);
    await measure();
    return measure();
  });
  const measured = (name: string) => {
    const row = rows.find(({ operation }) => operation === name);
    return [row?.writeUnits, row?.readUnits];
  };
  const unitsOf = (id: string) => {
    const { writeUnits, readUnits } = operationRates.find(({ operation }) => operation === id)?.perEvent ?? {};
    return [writeUnits, readUnits];
  };
  expect(unitsOf('circulation-check-out')).toEqual(measured('check out'));
  expect(unitsOf('circulation-renew')).toEqual(measured('renew'));
  expect(unitsOf('circulation-place-hold')).toEqual(measured('place a hold'));
  expect(unitsOf('circulation-check-in')).toEqual(measured('check in, sent home'));
});

test.each([1, 3])('the evidence of a batch of %d takes the estimated bytes, within a fifth', async (size) => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  const table = await aTable();
  const ids = Array.from(
    { length: size },
    (_, at) => `0b6a2f6e-5a0e-4c0e-9d0b-2f1f3c4d5e${String(at).padStart(2, '0')}`,
  );
  const messages = ids.flatMap((id) => [aUsageLine(id), aReportLine(id)]);
  const worker = meter.using(systemRuntime());
  await worker(aLogsEvent({ messages, stream: `sized-${size}` }), { awsRequestId: 'metering-1' });
  const items = await scanAll(table.name, 'usageEvidence');
  expect(items).toHaveLength(1);
  const ratio = storedBytes(items[0] ?? {}) / batchEvidenceBytes(size);
  expect(ratio).toBeGreaterThan(0.8);
  expect(ratio).toBeLessThan(1.2);
});
