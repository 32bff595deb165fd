import { aTable } from '../../builders/dynamodb-local.ts';
import { faultsOf, proveMonth } from '../../proofs/month/prove.ts';

const SIZE = { members: 40, requests: 10_000, days: 4, seed: 20261031, throughStore: 100 };

test('F1 F2 F8 a month of 40 members with an independent bill reconciles; almost nothing is unattributed, repeats count once', async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  const month = await proveMonth(await aTable(), SIZE);
  const { metered, reconciled } = month.seconds;
  process.stdout.write(
    `Month: ${SIZE.requests} requests in ${metered} + ${reconciled} s, ${month.unattributedPercent.toFixed(2)} % nobody’s; 1/${5_000_000 / SIZE.requests} of npm run prove:month, seed ${SIZE.seed}\n`,
  );
  expect(faultsOf(month)).toEqual([]);
  expect(month.rows.length).toBeGreaterThan(10);
  expect(month.unattributedPercent).toBeGreaterThan(0);
}, 120_000);
