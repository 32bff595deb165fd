import { withDynamoDb } from '../../bench/with-dynamodb.ts';
import { aTable } from '../builders/dynamodb-local.ts';
import { rolledOver, withOrders } from './roll-over/world.ts';

/** The orders of the year at full size; `npm test` has 200. */
const FULL = 100_000;

// Handlers log a line per request: only the result is of use here.
const print = console.log;
console.log = () => {};

const many = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? FULL);
const killAt = Math.floor((many * 2) / 5);
const text = (value: unknown): string => JSON.stringify(value);

const isWhole = await withDynamoDb(async () => {
  // Clients wait for an emulator as long as it takes: it answers slowly when a partition has 100,000 items.
  process.env.AWS_ENDPOINT_URL ??= process.env.DYNAMODB_LOCAL_ENDPOINT;
  const run = async (end?: { order: number }) => {
    await withOrders(await aTable(), many);
    const done = await rolledOver(end);
    const how = end ? `killed at order ${killAt} and resumed` : 'unbroken';
    const { rolls = 0, problems = 0 } = done.done?.totals ?? {};
    print(
      `${many} orders, ${how}: previewed in ${done.previewed} s, committed in ${done.committed} s; ${rolls} moved, ${problems} found too little.`,
    );
    return done;
  };
  const [whole, killed] = [await run(), await run({ order: killAt })];
  const { unspent = 0, carried = 0, lapsed = 0 } = whole.done?.totals ?? {};
  print(`Old unspent ${unspent} = carried ${carried} + lapsed ${lapsed}.`);
  const equal = {
    'what was not spent is carried or lapsed': unspent === carried + lapsed,
    'the report of the preview': whole.done?.hash === whole.preview?.hash,
    digest: killed.done?.hash === whole.done?.hash,
    totals: text(killed.done?.totals) === text(whole.done?.totals),
    'amounts of all funds': text(killed.after) === text(whole.after),
    'it was killed': killed.isKilled,
  };
  for (const [name, is] of Object.entries(equal)) print(`${is ? 'equal' : 'DIFFERS'}: ${name}`);
  return Object.values(equal).every(Boolean);
});
process.exitCode = isWhole ? 0 : 1;
