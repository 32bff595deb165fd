import { race } from '../../../bench/circulation-races.ts';
import type { Table } from '../../../layers/data/table.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aConsortium } from '../../builders/lending.ts';

const ATTEMPTS = 600;
let table: Table;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await aConsortium(table);
});

test('CIRC-1345 C22 C28 C34 parallel requests never pass a limit, lend twice, close twice or hold twice', async () => {
  const { attempts, broken } = await race(table, ATTEMPTS);
  process.stdout.write(`Races: ${attempts} attempts, 1/${Math.round(100_000 / attempts)} of npm run prove:races\n`);
  expect(broken).toBe(0);
}, 120_000);
