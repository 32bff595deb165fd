import { withDynamoDb } from '../../bench/with-dynamodb.ts';
import { aTable } from '../builders/dynamodb-local.ts';
import { measureFlat, uneven } from './flat-cost/flat.ts';

/** The full size; another one can be given: npm run prove:flat -- 50000. */
const FULL = 1_000_000;
const REPETITIONS = 20;

const most = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? FULL);
const sizes = [most / 100, most / 10, most].map(Math.floor);
const print = console.log;
const startedAt = performance.now();
const elapsed = (): number => Math.round((performance.now() - startedAt) / 1000);
print(`The desk's operations among ${sizes.map((size) => size.toLocaleString('en')).join(', ')} items.`);
const rows = await withDynamoDb(async () => {
  const table = await aTable();
  return measureFlat(table, sizes, REPETITIONS, (copies) =>
    print(`  … ${copies.toLocaleString('en')} items after ${elapsed()} s`),
  );
});
const first = new Map(rows.filter(({ items }) => items === sizes[0]).map((row) => [row.operation, row.ms]));
const shown = rows.map((row) => ({
  ...row,
  ms: Math.round(row.ms * 10) / 10,
  ratio: Math.round((row.ms / (first.get(row.operation) ?? row.ms)) * 100) / 100,
}));
const broken = uneven(rows);
if (process.argv.includes('--json')) print(JSON.stringify({ sizes, seconds: elapsed(), rows: shown, uneven: broken }));
else {
  console.table(shown);
  print(
    `${broken.length === 0 ? 'Units are the same at every size' : `Not the same: ${broken.join(', ')}`}; ${elapsed()} s.`,
  );
}
process.exitCode = broken.length === 0 ? 0 : 1;
