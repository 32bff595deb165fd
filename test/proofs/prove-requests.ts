import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { instanceOf } from '../../local/instance.ts';
import { jestLevel } from '../../local/levels/jest-level.ts';
import { placesOf, toolsFolder } from '../../local/places.ts';
import { say } from '../../local/progress.ts';
import { setUp } from '../../local/set-up.ts';
import { runUntilShutdown } from '../../local/shutdown.ts';
import { awsEnvironment } from '../../local/tools.ts';

/** The concurrent requests at full size; `npm test` has fewer and prints the factor. */
const FULL = 1000;

const count = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? FULL);
const state = resolve(process.env.CONCORD_TEST_DIR ?? join(toolsFolder, 'prove-requests'));
const places = placesOf(join(state, 'instance'));
const instance = instanceOf(places, { scale: 'tests', fresh: true });

/** Runs the deployed test of many requests at full size, on a stack of its own. Returns the exit code. */
const prove = async (): Promise<number> => {
  await setUp();
  const { endpoints } = await instance.start();
  const env = {
    ...awsEnvironment(endpoints.aws),
    CONCORD_ENDPOINTS: places.endpoints,
    OPENSEARCH_ENDPOINT: endpoints.search,
    CONCORD_REQUESTS: String(count),
  };
  say(`${count} loan requests in flight at once, through the deployed API and their state machines.`);
  const level = { name: 'requests', project: 'deployed', patterns: ['many-requests'], env, logs: state };
  const { tally, failures } = await jestLevel(level);
  const reported = readFileSync(join(state, 'requests.log'), 'utf8').match(
    /^\s+(?:\d+ requests|placed|answered|worked|all ended).*$/gm,
  );
  for (const line of reported ?? []) say(line);
  for (const failure of failures) say(failure);
  say(`${tally.passed} passed, ${tally.failed} failed`);
  await instance.stop();
  return tally.failed === 0 ? 0 : 1;
};

await runUntilShutdown(prove, async () => {
  await instance.stop();
});
