import { withDynamoDb } from '../../bench/with-dynamodb.ts';
import { aTable } from '../builders/dynamodb-local.ts';
import { aConsortium } from '../builders/lending.ts';
import { cutOver } from './cut-over/cut-over.ts';

/** The number of rows at full size; `npm test` loads fewer and prints the factor. */
const FULL = 100_000;

const asked = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? FULL);
const still = setInterval(() => console.log('  … still loading'), 30_000);
const result = await withDynamoDb(async () => {
  const table = await aTable();
  await aConsortium(table);
  return cutOver(table, asked);
});
clearInterval(still);
if (process.argv.includes('--json')) console.log(JSON.stringify(result));
else {
  console.log(`${result.rows} rows of an old system, one process on DynamoDB Local:`);
  console.table(result.byKind);
  console.log(`Applied again: ${result.againWriteUnits} units written, all about the runs themselves.`);
  console.log(
    `Heap ${result.heapMb.before} MB before, ${result.heapMb.most} MB at most, files and table's answers included.`,
  );
}
process.exitCode = result.wrong === 0 ? 0 : 1;
