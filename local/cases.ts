import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CaseList } from '../test/cases/case.ts';
import { circulationCases } from '../test/cases/circulation.ts';
import { financeCases } from '../test/cases/finance.ts';
import { findings } from '../test/cases/findings.ts';
import { PlainFailure } from './failure.ts';
import { type Benched, benchedCases } from './levels/benched-cases.ts';
import { caseRows, isMissing, listedRow, shownRow } from './levels/case-rows.ts';
import { jestLevel } from './levels/jest-level.ts';
import { caseNumber, type NamedTest, testsIn } from './levels/named-tests.ts';
import { storeEngines } from './levels/stores.ts';
import { toolsFolder } from './places.ts';
import { say, secondsSince, step } from './progress.ts';
import { setUp } from './set-up.ts';
import { runUntilShutdown } from './shutdown.ts';
import { awsEnvironment } from './tools.ts';

const state = resolve(process.env.CONCORD_TEST_DIR ?? join(toolsFolder, 'cases'));
const logs = join(state, 'results');
const stores = storeEngines(join(state, 'stores'));

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
  infra: { title: 'Cases on the AWS templates', tests: (letter: string) => run('infra', letter) },
  stores: { title: 'Cases on DynamoDB Local and OpenSearch', tests: onStores },
};

const lists: ReadonlyMap<string, CaseList> = new Map([
  ['circulation', circulationCases],
  ['finance', financeCases],
  ['findings', findings],
]);

/** Returns every test and figure of a list's cases, and what was skipped. */
const foundOf = async ({ letter, projects, benches }: CaseList): Promise<Benched> => {
  const found: Benched = { tests: [], skipped: [] };
  for (const project of projects) {
    const { title, tests } = levels[project];
    found.tests.push(...(await step(title, () => tests(letter))));
  }
  for (const bench of benches) {
    const { tests, skipped } = await step(`Figures of ${bench}`, () => benchedCases(bench, logs));
    found.tests.push(...tests);
    found.skipped.push(...skipped);
  }
  return found;
};

/**
 * Prints each case of a list (circulation, finance, or the findings of reviews) with the tests and figures of its number and whether all
 * passed; with --json one object as the last line. A case with a part skipped for lack of a tool is reported and does not count as passed.
 * Exits with 1 when a case has no test, or a failed one, without a written reason.
 */
const cases = async (): Promise<number> => {
  const began = Date.now();
  const [named = 'circulation'] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  const list = lists.get(named);
  if (list === undefined) throw new PlainFailure(`There is no list ${named}: say ${[...lists.keys()].join(', ')}.`);
  await setUp();
  const found = await foundOf(list);
  const rows = caseRows(list, found.tests, found.skipped);
  rows.flatMap(shownRow).forEach(say);
  const missing = rows.filter(isMissing);
  const passed = rows.filter((row) => row.passed).length;
  const inPart = rows.filter((row) => row.skipped.length > 0 && !isMissing(row)).length;
  say(`\n${passed} of ${rows.length} cases pass, ${missing.length} do not, ${inPart} were run in part only.`);
  say(`Took ${secondsSince(began)}.`);
  if (process.argv.includes('--json')) say(JSON.stringify({ cases: rows.flatMap(listedRow) }));
  if (missing.length === 0) rmSync(state, { recursive: true, force: true });
  return missing.length === 0 ? 0 : 1;
};

await runUntilShutdown(cases, () => stores.stop());
