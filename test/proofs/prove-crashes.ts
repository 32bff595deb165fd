import { withDynamoDb } from '../../bench/with-dynamodb.ts';
import { crash } from './crash-points/run.ts';
import { crashScenarios } from './crash-points/scenarios.ts';

// Handlers log a line per request: only the result is of use here.
const print = console.log;
console.log = () => {};
console.error = () => {};

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const startedAt = performance.now();
const named = Object.entries(crashScenarios).filter(
  ([id]) => wanted.length === 0 || wanted.some((w) => id.includes(w)),
);
const done = await withDynamoDb(async () => {
  const results = [];
  for (const [id, scenarios] of named) {
    if (typeof scenarios === 'string') continue;
    for (const scenario of scenarios) {
      const result = await crash(id, scenario);
      results.push(result);
      print(`  ${result.failures.length === 0 ? '✓' : '✗'} ${id}, ${scenario.what}: ${result.points} points`);
      for (const { at, call, how, wrong } of result.failures)
        print(`      ${how} at ${at} (${call}): ${wrong.join('\n        ')}`);
    }
  }
  return results;
});
const points = done.reduce((sum, one) => sum + one.points, 0);
const failures = done.flatMap((one) => one.failures);
const seconds = Math.round((performance.now() - startedAt) / 1000);
if (process.argv.includes('--json')) print(JSON.stringify({ points, seconds, failures }));
else print(`${points} crash points of ${done.length} scenarios in ${seconds} s; ${failures.length} broke something.`);
process.exitCode = failures.length === 0 ? 0 : 1;
