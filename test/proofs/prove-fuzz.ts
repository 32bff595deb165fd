import { join, resolve } from 'node:path';
import { operations } from '../../functions/operations.ts';
import { isSafe } from '../../layers/platform/http/contract.ts';
import { PlainFailure } from '../../local/failure.ts';
import { instanceOf } from '../../local/instance.ts';
import { placesOf, toolsFolder } from '../../local/places.ts';
import { say, step } from '../../local/progress.ts';
import { setUp, setUpFuzzing } from '../../local/set-up.ts';
import { runUntilShutdown } from '../../local/shutdown.ts';
import { batches, takesInput } from './fuzz/plan.ts';
import { countsByClass, type FuzzResult, failureLines, notGeneratedLines, skippedIn } from './fuzz/results.ts';
import { runBatch } from './fuzz/run-batch.ts';

/** The requests for each operation at full size; `npm test` sends two to a sample. */
const FULL = 25;

const asked = process.argv.slice(2);
const examples = Number(asked.find((word) => /^\d+$/.test(word)) ?? FULL);
const ids = asked.filter((word) => !/^\d+$/.test(word));
const state = resolve(process.env.CONCORD_TEST_DIR ?? join(toolsFolder, 'prove-fuzz'));
const places = placesOf(join(state, 'instance'));
const instance = instanceOf(places, { scale: 'tests', fresh: true });

const classOf = (id: string): string => {
  const contract = operations.find((one) => one.id === id);
  return contract ? `${contract.context}, ${isSafe(contract) ? 'reads' : 'changes'}` : 'unknown';
};

/**
 * Calls every operation of the OpenAPI document with generated requests on a stack of its own, each as an account that may call it.
 * Arguments: the requests for each operation, and beginnings of operation ids when not all. Prints counts by class of operations, and each
 * answer that is 5xx or undocumented with the curl that repeats it. Exits with 1 when there is one, or when an operation was not called or
 * no requests could be generated for it.
 */
const prove = async (): Promise<number> => {
  const groups = batches(ids.length > 0 ? ids : undefined);
  if (groups.length === 0) throw new PlainFailure('No operation has such an id.');
  await setUp();
  const python = await setUpFuzzing();
  const { endpoints } = await instance.start();
  const run = { python, endpoints, examples, seconds: 120 };
  const results: FuzzResult[] = [];
  for (const group of groups) {
    const contexts = [...new Set(group.map(({ context }) => context))].join(', ');
    results.push(...(await step(`${contexts}: ${group.length} operations`, () => runBatch(group, run))));
  }
  await instance.stop();
  const skipped = skippedIn(
    results,
    groups.flat().map(({ id }) => id),
  );
  const withInput = new Set(groups.flat().flatMap((contract) => (takesInput(contract) ? [contract.id] : [])));
  const notGenerated = notGeneratedLines(results, (id) => withInput.has(id));
  for (const line of [...countsByClass(results, classOf), ...failureLines(results), ...notGenerated]) say(line);
  if (skipped.length > 0) say(`✗ not called: ${skipped.join(', ')}`);
  const failures = results.flatMap((result) => result.failures);
  const fivehundreds = failures.filter(({ kind }) => kind === '5xx').length;
  say(
    `${results.length} operations: ${fivehundreds} gave 5xx, ${failures.length - fivehundreds} undocumented statuses, ${skipped.length} not called, ${notGenerated.length} without generated requests.`,
  );
  return failures.length + skipped.length + notGenerated.length === 0 ? 0 : 1;
};

await runUntilShutdown(prove, async () => {
  await instance.stop();
});
