import { withDynamoDb } from '../../bench/with-dynamodb.ts';
import { aTable } from '../builders/dynamodb-local.ts';
import { aConsortium } from '../builders/lending.ts';
import { storm } from './circulation-races/checkout-storm.ts';
import { race } from './circulation-races/circulation-races.ts';

/** The attempted checkouts at full size; `npm test` tries fewer and prints the factor. */
const FULL = 100_000;
/** The attempts of the small races in addition: one card, one item, one queue. */
const RACES = 2000;

// Handlers log a line per request: only the result is of use here.
const print = console.log;
console.log = () => {};

const asked = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? FULL);
const seed = Number(process.env.CONCORD_SEED ?? Date.now() % 1_000_000);
const result = await withDynamoDb(async () => {
  const table = await aTable();
  await aConsortium(table);
  print(`${asked} checkouts by 50 clients on 1,000 copies, seed ${seed} (CONCORD_SEED repeats it).`);
  const startedAt = performance.now();
  const still = setInterval(() => print(`  … ${Math.round((performance.now() - startedAt) / 1000)} s so far`), 30_000);
  const came = await storm(table, { clients: 50, items: 1000, patrons: 60, checkouts: asked, seed });
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
  clearInterval(still);
  const races = await race(table, Math.min(RACES, asked));
  return { checkouts: asked, seed, ...came, seconds, callsPerSecond: Math.round(came.calls / seconds), races };
});
const faults = Object.values(result.broken).reduce((sum, many) => sum + many, 0) + result.races.broken;
if (process.argv.includes('--json')) print(JSON.stringify(result));
else {
  print(`${result.calls} calls, ${result.lent} loans, ${result.captured} captures in ${result.seconds} s.`);
  console.table(result.broken);
  print(`${result.races.attempts} attempts in ${result.races.rounds} small races, ${result.races.broken} broken.`);
}
process.exitCode = faults === 0 ? 0 : 1;
