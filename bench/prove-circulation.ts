import { aTable } from '../test/builders/dynamodb-local.ts';
import { aConsortium } from '../test/builders/lending.ts';
import { race } from './circulation-races.ts';

/** Attempts at full size; `npm test` makes fewer and prints the factor. */
const FULL = 100_000;

// Handlers log a line a request: here only the result is of use.
const print = console.log;
console.log = () => {};

const wanted = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? FULL);
const table = await aTable();
await aConsortium(table);
const startedAt = performance.now();
const result = await race(table, wanted);
const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
const summary = { ...result, seconds, perSecond: Math.round(result.attempts / seconds) };
print(
  process.argv.includes('--json')
    ? JSON.stringify(summary)
    : `${result.attempts} parallel attempts in ${result.rounds} rounds, ${result.broken} broken, ${seconds} s`,
);
process.exitCode = result.broken === 0 ? 0 : 1;
