import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bundlesFolder } from '../infra/bundles-folder.ts';
import { changedFiles } from './changed-files.ts';
import { PlainFailure } from './failure.ts';
import { instanceOf } from './instance.ts';
import { flowEnding, flowsFor } from './levels/browser-flows.ts';
import { checks, runCheck } from './levels/checks.ts';
import { jestLevel } from './levels/jest-level.ts';
import { runLevel } from './levels/report.ts';
import { storeEngines } from './levels/stores.ts';
import { closingLine, type LevelResult, sum } from './levels/tally.ts';
import { type Level, levels, type TestSelection, testsFor } from './levels/tests-for.ts';
import { placesOf, root, toolsFolder } from './places.ts';
import { say, secondsSince } from './progress.ts';
import { setUp } from './set-up.ts';
import { runUntilShutdown } from './shutdown.ts';
import { awsEnvironment } from './tools.ts';
import { buildWeb } from './web-build.ts';

const { values, positionals } = parseArgs({
  options: { level: { type: 'string', multiple: true }, changed: { type: 'boolean' } },
  allowPositionals: true,
});
const unknown = (values.level ?? []).filter((level) => !levels.some((one) => one === level));

/** Returns the selected tests: those for the changes since a commit, or all with a given text in their paths. */
const selection = (): TestSelection => {
  if (!values.changed) return new Map(levels.map((one) => [one, positionals]));
  const files = changedFiles(positionals[0]);
  const called = testsFor(files);
  say(`${files.length} changed files call for: ${[...called.keys()].join(', ')}.`);
  return called;
};

const state = resolve(process.env.CONCORD_TEST_DIR ?? join(toolsFolder, 'test'));
const logs = join(state, 'results');
const places = placesOf(join(state, 'instance'));
const instance = instanceOf(places, { scale: 'tests', fresh: true });
const stores = storeEngines(join(state, 'stores'));
const results: LevelResult[] = [];

/** Runs a level when it is selected, and stores its result. */
const level = async (name: string, work: () => Promise<LevelResult>): Promise<void> => {
  results.push(await runLevel(name, work));
};

type Run = { env?: Record<string, string>; only?: readonly string[]; without?: readonly string[]; atOnce?: number };

let selected: TestSelection = new Map();
const isWanted = (one: Level): boolean =>
  selected.has(one) && (values.level === undefined || values.level.includes(one));
const patternsOf = (one: Level): readonly string[] => selected.get(one) ?? [];

const jest = (
  name: string,
  project: Level,
  { env = {}, only = patternsOf(project), ...how }: Run = {},
): Promise<void> => level(name, () => jestLevel({ name, project, env, patterns: [...only], logs, ...how }));

// The whole run executes the deployed tests with IAM enforced; without it, only those that cover more there.
const isWhole = (): boolean => levels.every((one) => isWanted(one) && patternsOf(one).length === 0);
const largerWithoutIam = ['many-requests'];

const runChecks = async (): Promise<void> => {
  if (!isWanted('checks')) return;
  for (const check of Object.values(checks)) await level(check.name, () => runCheck(check, logs));
};

/** The bundles of the deployed stack, once it runs: the tests of bundles need no others. */
let bundles: { CONCORD_BUNDLES?: string } = {};

const onTemplates = async (): Promise<void> => {
  const templates = join(state, 'templates');
  rmSync(templates, { recursive: true, force: true });
  await jest('infra', 'infra', { env: { CONCORD_TEMPLATES: templates, ...bundles } });
};

const browserOnStack = (): string[] => (isWanted('browser') ? flowsFor(patternsOf('browser')) : []);

const onFixtures = async (): Promise<void> => {
  await buildWeb();
  // Tests wait for the browser, which is a process of its own, so two files at once use the processors better than one.
  await jest('browser', 'browser', { without: [flowEnding], atOnce: 2 });
};

/** The levels without engines, the longest first: both sides take the next of them, so that neither waits long for the other. */
const withoutEngines: { project: Level; run: () => Promise<void> }[] = [
  { project: 'browser', run: onFixtures },
  { project: 'domain', run: () => jest('domain', 'domain') },
  { project: 'infra', run: onTemplates },
  { project: 'unit', run: () => jest('unit', 'unit') },
  { project: 'contract', run: () => jest('contract', 'contract') },
];

/** Runs one of the levels without engines, unless it has run. */
const take = async (project: Level): Promise<void> => {
  const at = withoutEngines.findIndex((one) => one.project === project);
  const [next] = at < 0 ? [] : withoutEngines.splice(at, 1);
  if (next && isWanted(next.project)) await next.run();
};

const takeTheRest = async (): Promise<void> => {
  for (let [next] = withoutEngines; next !== undefined; [next] = withoutEngines) await take(next.project);
};

const onStores = async (): Promise<void> => {
  if (!isWanted('stores')) return;
  const engines = await stores.start();
  const env = { ...awsEnvironment(engines.env.DYNAMODB_LOCAL_ENDPOINT ?? ''), ...engines.env };
  // Its tests wait for the engines half of the time, and each has its own table and index: two files at once use the processors better.
  await jest('stores', 'stores', { env, atOnce: 2 });
  await engines.stop();
};

const onDeployment = async (): Promise<void> => {
  if (!(['deployed', 'iam'] as const).some(isWanted) && browserOnStack().length === 0) return;
  const { endpoints, enforceIam } = await instance.start();
  bundles = { CONCORD_BUNDLES: join(root, bundlesFolder) };
  const env = {
    ...awsEnvironment(endpoints.aws),
    CONCORD_ENDPOINTS: places.endpoints,
    OPENSEARCH_ENDPOINT: endpoints.search,
  };
  const onDeployed = async (): Promise<void> => {
    if (isWanted('deployed'))
      await jest('deployed', 'deployed', { env, only: isWhole() ? largerWithoutIam : patternsOf('deployed') });
  };
  const inBrowser = async (): Promise<void> => {
    const only = browserOnStack();
    if (only.length > 0) await jest('browser, deployed', 'browser', { env, only, atOnce: 1 });
  };
  // In the whole run the deployed tests mostly wait for suppliers and partners that do not answer, so other levels run meanwhile.
  if (isWhole()) await Promise.all([onDeployed(), inBrowser().then(() => take('domain'))]);
  else await onDeployed().then(inBrowser);
  if (isWanted('iam')) await Promise.all([onEnforcedIam(enforceIam, env), ...(isWhole() ? [take('infra')] : [])]);
  // Its workers poll continuously; stopping it frees the machine for the remaining levels.
  await instance.stop();
};

const onEnforcedIam = async (enforceIam: () => Promise<void>, env: Record<string, string>): Promise<void> => {
  // The CDK cannot deploy over http with IAM enforced, so the deployed state is continued with it.
  await enforceIam();
  // Two of its files wait minutes for partners that do not answer; others run meanwhile.
  await jest('deployed, IAM enforced', 'deployed', {
    only: patternsOf('iam'),
    env: { ...env, CONCORD_AUTH: 'true' },
    atOnce: 3,
  });
};

/** An engine that does not start fails its levels only. */
const guarded = async (name: string, work: () => Promise<void>): Promise<void> => {
  await work().catch((error: unknown) => level(name, () => Promise.reject(error)));
};

const besideDeployment = async (ready: Promise<void>): Promise<void> => {
  // The checks need no engine, so they run while the engines are fetched.
  await runChecks();
  await ready;
  await guarded('engines of the stores', onStores);
};

const test = async (): Promise<number> => {
  if (unknown.length > 0)
    throw new PlainFailure(`There is no level ${unknown.join(', ')}: name one of ${levels.join(', ')}.`);
  const began = Date.now();
  say('Testing Concord.');
  selected = selection();
  const ready = setUp();
  // The stack takes minutes to start, so the levels that do not need it run at the same time.
  await Promise.all([
    besideDeployment(ready).then(takeTheRest),
    ready.then(() => guarded('the deployed stack', onDeployment)).then(takeTheRest),
  ]);
  await Promise.all([instance.stop(), stores.stop()]);
  const tally = sum(results.map((result) => result.tally));
  if (tally.failed === 0) rmSync(state, { recursive: true, force: true });
  say(`\nTook ${secondsSince(began)}.`);
  say(closingLine(tally));
  return tally.failed > 0 ? 1 : 0;
};

const close = async (): Promise<void> => {
  await Promise.all([instance.stop(), stores.stop()]);
};

await runUntilShutdown(test, close);
