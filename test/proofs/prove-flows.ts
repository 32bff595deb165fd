import { join, resolve } from 'node:path';
import { instanceOf } from '../../local/instance.ts';
import { flowFiles, roleOf } from '../../local/levels/browser-flows.ts';
import { countLines } from '../../local/levels/flow-counts.ts';
import { jestLevel } from '../../local/levels/jest-level.ts';
import { runLevel } from '../../local/levels/report.ts';
import { closingLine, sum, type Tally } from '../../local/levels/tally.ts';
import { placesOf, toolsFolder } from '../../local/places.ts';
import { say, secondsSince } from '../../local/progress.ts';
import { setUp } from '../../local/set-up.ts';
import { runUntilShutdown } from '../../local/shutdown.ts';
import { awsEnvironment } from '../../local/tools.ts';

const state = resolve(process.env.CONCORD_TEST_DIR ?? join(toolsFolder, 'prove-flows'));
const places = placesOf(join(state, 'instance'));
const instance = instanceOf(places, { scale: 'tests', fresh: true });
const wanted = process.argv.slice(2);

/**
 * Executes the flows of every role in the browser on a deployed stack of its own, role by role, and prints the count of each. A flow
 * that fails writes what its pages showed into the folder of results. Returns the exit code.
 */
const prove = async (): Promise<number> => {
  await setUp();
  const { endpoints } = await instance.start();
  const env = {
    ...awsEnvironment(endpoints.aws),
    CONCORD_ENDPOINTS: places.endpoints,
    OPENSEARCH_ENDPOINT: endpoints.search,
  };
  const began = Date.now();
  const logs = join(state, 'results');
  const tallies: Tally[] = [];
  for (const file of flowFiles()) {
    const name = `flows: ${roleOf(file)}`;
    if (wanted.length > 0 && !wanted.some((one) => file.includes(one))) continue;
    const run = () => jestLevel({ name, project: 'browser', env, patterns: [file], atOnce: 1, logs });
    tallies.push((await runLevel(name, run)).tally);
  }
  await instance.stop();
  const all = sum(tallies);
  say(`Flows on the deployed stack took ${secondsSince(began)}.`);
  for (const line of countLines()) say(line);
  if (all.failed > 0) say(`${logs} has a picture and the text of each page of a failed flow (failed-*).`);
  say(closingLine(all));
  return all.failed > 0 || all.passed === 0 ? 1 : 0;
};

await runUntilShutdown(prove, async () => {
  await instance.stop();
});
