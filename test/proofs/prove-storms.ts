import { withDynamoDb } from '../../bench/with-dynamodb.ts';
import { report, runStorms } from './message-storms/run.ts';

/** The number of storms at full size; `npm test` makes fewer and prints the factor. */
const FULL = 1000;
const GROUPS = 40;

// Handlers log a line per request: only the result is of use here.
const print = console.log;
console.log = () => {};
console.error = () => {};

const runs = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? FULL);
const seed = Number(process.env.CONCORD_SEED ?? Date.now() % 1_000_000);
print(`${runs} storms of up to ${GROUPS} groups of acts, seed ${seed} (CONCORD_SEED repeats it).`);
const startedAt = performance.now();
const still = setInterval(() => print(`  … ${Math.round((performance.now() - startedAt) / 1000)} s so far`), 60_000);
const result = await withDynamoDb(() => runStorms({ runs, groups: GROUPS, seed }));
clearInterval(still);
console.log = print;
const seconds = Math.round((performance.now() - startedAt) / 1000);
const { acts, requests, messages, steps, found } = result;
if (process.argv.includes('--json'))
  print(JSON.stringify({ runs, seed, seconds, acts, requests, messages, found: found.failed, steps }));
else {
  print(`${acts} acts, ${requests} requests, ${messages} messages in ${seconds} s.`);
  console.table(steps);
  print(report(result));
}
// Storms that never reach a loan, or a request to cancel it, prove nothing about them.
const missing = ['ask', 'loaned', 'ship', 'receive', 'cancel', 'cancel-requested'].filter((one) => !(one in steps));
if (runs >= 100 && missing.length > 0) print(`No storm came to: ${missing.join(', ')}.`);
process.exitCode = found.failed || (runs >= 100 && missing.length > 0) ? 1 : 0;
