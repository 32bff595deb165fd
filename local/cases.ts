import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Case, CaseList } from '../test/cases/case.ts';
import { circulationCases } from '../test/cases/circulation.ts';
import { financeCases } from '../test/cases/finance.ts';
import { PlainFailure } from './failure.ts';
import { benchedCases } from './levels/benched-cases.ts';
import { jestLevel } from './levels/jest-level.ts';
import { byCase, caseNumber, type NamedTest, testsIn } from './levels/named-tests.ts';
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
type Row = Case & { tests: NamedTest[]; passed: boolean };

/** Runs the tests of a level that name a case. */
const run = async (project: string, letter: string, env: Record<string, string> = {}): Promise<NamedTest[]> => {
  const report = join(logs, `${project}.json`);
  await jestLevel({ name: project, project, env, named: caseNumber(letter), logs });
  if (!existsSync(report)) throw new PlainFailure(`The ${project} tests gave no report; see ${logs}.`);
  return testsIn(JSON.parse(readFileSync(report, 'utf8')));
};

const onStores = async (letter: string): Promise<NamedTest[]> => {
  const engines = await stores.start();
  const tests = await run('stores', letter, {
    ...awsEnvironment(engines.env.DYNAMODB_LOCAL_ENDPOINT ?? ''),
    ...engines.env,
  });
  await engines.stop();
  return tests;
};

const levels = {
  domain: { title: 'Cases in the domain', tests: (letter: string) => run('domain', letter) },
  unit: { title: 'Cases in the layers around it', tests: (letter: string) => run('unit', letter) },
  contract: { title: 'Cases in the contracts', tests: (letter: string) => run('contract', letter) },
  stores: { title: 'Cases on DynamoDB Local and OpenSearch', tests: onStores },
};

/** Every test and figure of a list's cases, as they came out. */
const foundOf = async ({ letter, projects, benches }: CaseList): Promise<NamedTest[]> => {
  const found: NamedTest[] = [];
  for (const project of projects) {
    const { title, tests } = levels[project];
    found.push(...(await step(title, () => tests(letter))));
  }
  for (const bench of benches) found.push(...(await step(`Figures of ${bench}`, () => benchedCases(bench, logs))));
  return found;
};

const show = ({ case: number, about, later, partly, tests, passed }: Row): void => {
  const mark = passed ? '✓' : later === undefined ? '✗' : '–';
  const note = passed ? partly : later;
  say(`  ${mark} ${number.padEnd(4)} ${about}${note === undefined ? '' : ` (${note})`}`);
  for (const test of tests) say(`         ${test.passed ? ' ' : '✗'} ${test.name}`);
  if (tests.length === 0 && later === undefined) say('         no test bears its number');
};

const listed = ({ case: number, tests, later }: Row): Listed[] =>
  tests.length > 0
    ? tests.map(({ name, passed }) => ({ case: number, test: name, passed }))
    : [{ case: number, test: null, passed: false, ...(later !== undefined && { later }) }];

/**
 * Prints each acceptance case of circulation (of finance when that is named) with the tests and figures that bear its
 * number and whether all of them passed; with --json one object as the last line. Ends with 1 when a case has no test, or
 * one that fails, and no written reason.
 */
const cases = async (): Promise<number> => {
  const began = Date.now();
  const list = process.argv.includes('finance') ? financeCases : circulationCases;
  await setUp();
  const found = byCase(await foundOf(list), list.letter);
  const rows = list.cases.map((one): Row => {
    const tests = found.get(one.case) ?? [];
    return { ...one, tests, passed: tests.length > 0 && tests.every(({ passed }) => passed) };
  });
  rows.forEach(show);
  const missing = rows.filter(({ passed, later }) => !passed && later === undefined);
  say(`\n${rows.filter(({ passed }) => passed).length} of ${rows.length} cases pass, ${missing.length} do not.`);
  say(`Took ${secondsSince(began)}.`);
  if (process.argv.includes('--json')) say(JSON.stringify({ cases: rows.flatMap(listed) }));
  if (missing.length === 0) rmSync(state, { recursive: true, force: true });
  return missing.length === 0 ? 0 : 1;
};

await untilTheEnd(cases, () => stores.stop());
