import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { circulationCases } from '../test/cases/circulation.ts';
import { PlainFailure } from './failure.ts';
import { jestLevel } from './levels/jest-level.ts';
import { byCase, type NamedTest, testsIn } from './levels/named-tests.ts';
import { storeEngines } from './levels/stores.ts';
import { toolsFolder } from './places.ts';
import { say, secondsSince, step } from './progress.ts';
import { setUp } from './set-up.ts';
import { awsEnvironment } from './tools.ts';
import { untilTheEnd } from './way-out.ts';

const state = resolve(process.env.CONCORD_TEST_DIR ?? join(toolsFolder, 'cases'));
const logs = join(state, 'results');
const stores = storeEngines(join(state, 'stores'));

type Listed = { case: string; test: string | null; passed: boolean; later?: string };

/** Runs the tests of a level that name a case. */
const run = async (project: string, env: Record<string, string> = {}): Promise<NamedTest[]> => {
  const report = join(logs, `${project}.json`);
  await jestLevel({ name: project, project, env, named: '\\bC\\d+\\b', logs });
  if (!existsSync(report)) throw new PlainFailure(`The ${project} tests gave no report; see ${logs}.`);
  return testsIn(JSON.parse(readFileSync(report, 'utf8')));
};

const onStores = async (): Promise<NamedTest[]> => {
  const engines = await stores.start();
  const tests = await run('stores', {
    ...awsEnvironment(engines.env.DYNAMODB_LOCAL_ENDPOINT ?? ''),
    ...engines.env,
  });
  await engines.stop();
  return tests;
};

/**
 * Prints each acceptance case of circulation with the tests that bear its number and whether all of them passed; with
 * --json one object as the last line. Ends with 1 when a case has no test, or one that fails, and no written reason.
 */
const cases = async (): Promise<number> => {
  const began = Date.now();
  await setUp();
  const domain = await step('Cases in the domain', () => run('domain'));
  const stored = await step('Cases on DynamoDB Local and OpenSearch', onStores);
  const found = byCase([...domain, ...stored]);
  const rows = circulationCases.map(({ case: number, about, later }) => {
    const tests = found.get(number) ?? [];
    return { number, about, later, tests, passed: tests.length > 0 && tests.every(({ passed }) => passed) };
  });
  for (const { number, about, later, tests, passed } of rows) {
    const mark = passed ? '✓' : later === undefined ? '✗' : '–';
    say(`  ${mark} ${number.padEnd(4)} ${about}${passed || later === undefined ? '' : ` (${later})`}`);
    for (const test of tests) say(`         ${test.passed ? ' ' : '✗'} ${test.name}`);
    if (tests.length === 0 && later === undefined) say('         no test bears its number');
  }
  const missing = rows.filter(({ passed, later }) => !passed && later === undefined);
  say(`\n${rows.filter(({ passed }) => passed).length} of ${rows.length} cases pass, ${missing.length} do not.`);
  say(`Took ${secondsSince(began)}.`);
  if (process.argv.includes('--json')) {
    const list = rows.flatMap(({ number, tests, later }): Listed[] => {
      if (tests.length > 0) return tests.map(({ name, passed }) => ({ case: number, test: name, passed }));
      return [{ case: number, test: null, passed: false, ...(later !== undefined && { later }) }];
    });
    say(JSON.stringify({ cases: list }));
  }
  if (missing.length === 0) rmSync(state, { recursive: true, force: true });
  return missing.length === 0 ? 0 : 1;
};

await untilTheEnd(cases, () => stores.stop());
