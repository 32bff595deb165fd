import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { acquisitionsCases } from '../test/cases/acquisitions.ts';
import type { CaseList } from '../test/cases/case.ts';
import { circulationCases } from '../test/cases/circulation.ts';
import { financeCases } from '../test/cases/finance.ts';
import { findings } from '../test/cases/findings.ts';
import { governanceCases } from '../test/cases/governance.ts';
import { PlainFailure } from './failure.ts';
import { type Benched, benchedCases } from './levels/benched-cases.ts';
import { caseRows, isMissing, listedRow, partOf, shownRow } from './levels/case-rows.ts';
import { jestLevel } from './levels/jest-level.ts';
import { caseNumber, type NamedTest, testsIn } from './levels/named-tests.ts';
import { storeEngines } from './levels/stores.ts';
import { root, toolsFolder } from './places.ts';
import { say, secondsSince, step } from './progress.ts';
import { setUp } from './set-up.ts';
import { runUntilShutdown } from './shutdown.ts';
import { awsEnvironment } from './tools.ts';
import { buildWeb } from './web-build.ts';

const state = resolve(process.env.CONCORD_TEST_DIR ?? join(toolsFolder, 'cases'));
const logs = join(state, 'results');
const stores = storeEngines(join(state, 'stores'));

/** Returns the test files with a title of the list; none when titles are made as tests run, and every file may have one. */
const filesWith = ({ letter, isWritten }: CaseList): string[] | undefined => {
  if (isWritten === undefined) return undefined;
  const number = new RegExp(caseNumber(letter));
  const files = globSync('**/*.test.{ts,tsx}', { cwd: root, exclude: ['**/node_modules', '.local'] });
  return files.filter((file) => number.test(readFileSync(join(root, file), 'utf8')));
};

/** Runs the tests of a level that name a case. */
const run = async (project: string, list: CaseList, env: Record<string, string> = {}): Promise<NamedTest[]> => {
  const files = filesWith(list);
  if (files?.length === 0) return [];
  const report = join(logs, `${project}.json`);
  const patterns = files?.map((file) => `/${file.replaceAll('.', '\\.')}$`);
  await jestLevel({ name: project, project, env, named: caseNumber(list.letter), ...(patterns && { patterns }), logs });
  if (!existsSync(report)) throw new PlainFailure(`The ${project} tests gave no report; see ${logs}.`);
  return testsIn(JSON.parse(readFileSync(report, 'utf8')));
};

const onStores = async (list: CaseList): Promise<NamedTest[]> => {
  const engines = await stores.start();
  const tests = await run('stores', list, {
    ...awsEnvironment(engines.env.DYNAMODB_LOCAL_ENDPOINT ?? ''),
    ...engines.env,
  });
  await engines.stop();
  return tests;
};

const onFixtures = async (list: CaseList): Promise<NamedTest[]> => {
  await buildWeb();
  return run('browser', list);
};

const levels = {
  domain: { title: 'Cases in the domain', tests: (list: CaseList) => run('domain', list) },
  unit: { title: 'Cases in the layers around it', tests: (list: CaseList) => run('unit', list) },
  contract: { title: 'Cases in the contracts', tests: (list: CaseList) => run('contract', list) },
  infra: { title: 'Cases on the AWS templates', tests: (list: CaseList) => run('infra', list) },
  stores: { title: 'Cases on DynamoDB Local and OpenSearch', tests: onStores },
  browser: { title: 'Cases in the browser, on fixtures', tests: onFixtures },
};

const lists: ReadonlyMap<string, CaseList> = new Map([
  ['acquisitions', acquisitionsCases],
  ['circulation', circulationCases],
  ['finance', financeCases],
  ['findings', findings],
  ['governance', governanceCases],
]);

/** Returns every test and figure of a list's cases, and what was skipped. */
const foundOf = async (list: CaseList): Promise<Benched> => {
  const found: Benched = { tests: [], skipped: [] };
  for (const project of list.projects) {
    const { title, tests } = levels[project];
    found.tests.push(...(await step(title, () => tests(list))));
  }
  for (const bench of list.benches) {
    const { tests, skipped } = await step(`Figures of ${bench}`, () => benchedCases(bench, logs));
    found.tests.push(...tests);
    found.skipped.push(...skipped);
  }
  return found;
};

/**
 * Prints each case of a list (circulation, finance, governance, or the findings of reviews), or those of the letters and numbers that follow (`findings C
 * I5`), with the tests and figures of its number and whether all passed; with --json one object as the last line. A case with a part skipped for lack of a tool is reported and does not count as passed.
 * Exits with 1 when a case has no test, or a failed one, without a written reason.
 */
const cases = async (): Promise<number> => {
  const began = Date.now();
  const [named = 'circulation', ...asked] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  const whole = lists.get(named);
  if (whole === undefined) throw new PlainFailure(`There is no list ${named}: say ${[...lists.keys()].join(', ')}.`);
  const list = partOf(whole, asked);
  if (list === undefined) throw new PlainFailure(`The cases of ${named} have other letters or numbers.`);
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
