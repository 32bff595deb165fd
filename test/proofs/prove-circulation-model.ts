import { report, runModel } from './circulation-model/run.ts';

/** The number of runs at full size; `npm test` makes fewer and prints the factor. */
const FULL = 20_000;
const COMMANDS = 80;

const runs = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? FULL);
const seed = Number(process.env.CONCORD_SEED ?? Date.now() % 1_000_000);
console.log(`${runs} runs of up to ${COMMANDS} acts, seed ${seed} (CONCORD_SEED repeats it).`);
const startedAt = performance.now();
const result = runModel({ runs, commands: COMMANDS, seed });
const seconds = Math.round((performance.now() - startedAt) / 1000);
const done = Object.fromEntries(result.done);
if (process.argv.includes('--json'))
  console.log(JSON.stringify({ runs, seed, seconds, found: result.found.failed, done }));
else {
  console.table(done);
  console.log(`${report(result)}; ${seconds} s.`);
}
process.exitCode = result.found.failed ? 1 : 0;
