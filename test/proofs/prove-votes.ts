import { withDynamoDb } from '../../bench/with-dynamodb.ts';
import { aTable } from '../builders/dynamodb-local.ts';
import { type Storm, voteStorm } from './vote-storm/storm.ts';

/** The voters at full size; `npm test` has fewer. */
const FULL = 500;
/** One call of the table in so many fails, at the places that the seed draws. */
const FAILS_IN = 6;

// Handlers log a line per request: only the result is of use here.
const print = console.log;
console.log = () => {};

const voters = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? FULL);
const seed = Number(process.env.CONCORD_SEED ?? Date.now() % 1_000_000);
print(
  `${voters} members vote at the same time, one call in ${FAILS_IN} fails, seed ${seed} (CONCORD_SEED repeats it).`,
);
const results = await withDynamoDb(async () => {
  const found: (Storm & { ballot: string; seconds: number })[] = [];
  for (const isSecret of [false, true]) {
    const startedAt = performance.now();
    const storm = await voteStorm(await aTable(), { voters, isSecret, seed, failsIn: FAILS_IN });
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    found.push({ ballot: isSecret ? 'secret' : 'open', ...storm, seconds });
  }
  return found;
});
if (process.argv.includes('--json')) print(JSON.stringify(results));
else
  for (const { ballot, votes, attempts, calls, stops, seconds, broken } of results) {
    print(
      `${ballot}: ${votes} votes in ${attempts} attempts and ${calls} calls; the count stopped at ${stops} calls; ${seconds} s.`,
    );
    print(
      Object.entries(broken)
        .map(([name, many]) => `${name} ${many}`)
        .join(', '),
    );
  }
process.exitCode = results.every(({ broken }) => Object.values(broken).every((many) => many === 0)) ? 0 : 1;
