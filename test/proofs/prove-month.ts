import { withDynamoDb } from '../../bench/with-dynamodb.ts';
import { aTable } from '../builders/dynamodb-local.ts';
import { faultsOf, proveMonth } from './month/prove.ts';

/** The requests of the month at full size; `npm test` makes fewer and prints the factor. */
const FULL = 5_000_000;

const asked = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? FULL);
const seed = Number(process.env.CONCORD_SEED ?? Date.now() % 1_000_000);
const asJson = process.argv.includes('--json');
if (!asJson) console.log(`${asked} requests of 40 members, seed ${seed} (CONCORD_SEED repeats it).`);
const month = await withDynamoDb(async () =>
  proveMonth(await aTable(), { members: 40, requests: asked, days: 31, seed, throughStore: 2000 }),
);
const faults = faultsOf(month);
if (asJson) console.log(JSON.stringify({ ...month, seed, faults }));
else {
  const { seconds, rows, bill, left, unattributedPercent, thrice } = month;
  console.table(rows.map(({ percent, allowed, ...row }) => ({ ...row, difference: `${percent} % (${allowed} %)` })));
  console.log(`Metered in ${seconds.metered} s, billed and reconciled in ${seconds.reconciled} s.`);
  console.log(`Lines less bill of ${bill}: ${left.exact}, rounded ${(left.roundedCents / 100).toFixed(2)}.`);
  console.log(`Unattributed: ${unattributedPercent.toFixed(3)} % of all (at most 1 %).`);
  console.log(`${thrice.batches} log batches came three times, ${thrice.counted} were counted.`);
  for (const fault of faults) console.log(`Fault: ${fault}`);
}
process.exitCode = faults.length === 0 ? 0 : 1;
