import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
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

const logs = join(state, 'results');
const failedPages = (): string[] =>
  existsSync(logs) ? readdirSync(logs).filter((name) => /^failed-.*\.(txt|png)$/.test(name)) : [];

/** Prints what each page of a failed flow showed, and its last requests. */
const sayFailedPages = (): void => {
  for (const name of failedPages().filter((one) => one.endsWith('.txt'))) {
    const [summary = ''] = readFileSync(join(logs, name), 'utf8').split('\n\n');
    say(`  ${name.slice(0, -'.txt'.length)}:\n${summary.replace(/^/gm, '    ')}`);
  }
  say(`${logs} has a picture and the text of each of these pages.`);
};

/**
 * Executes the flows of every role in the browser on a deployed stack of its own, role by role, and prints the count of each. A flow
 * that fails prints its pages with their last requests, and leaves a picture of each in the folder of results. Returns the exit code.
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
  for (const old of failedPages()) rmSync(join(logs, old), { force: true });
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
  if (all.failed > 0) sayFailedPages();
  say(closingLine(all));
  return all.failed > 0 || all.passed === 0 ? 1 : 0;
};

await runUntilShutdown(prove, async () => {
  await instance.stop();
});
