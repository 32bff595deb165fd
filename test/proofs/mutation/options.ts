import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { root, toolsFolder } from '../../../local/places.ts';

type JestProject = {
  displayName: string;
  testMatch: string[];
  moduleNameMapper: Record<string, string>;
  [setting: string]: unknown;
};
const { projects } = createRequire(import.meta.url)('../../../jest.config.cjs') as { projects: JestProject[] };
/** The jest projects whose tests need no engine and test rules and handlers, not documents or templates. */
const engineless = projects.filter(({ displayName }) => ['domain', 'unit'].includes(displayName));

/** The patterns of the tests that need no engine. */
export const testPatterns: readonly string[] = engineless.flatMap(({ testMatch }) => testMatch);

/** Milliseconds beyond the usual time of a test after which it counts as endless: generous, because other work may share the machine. */
const ENDLESS_MS = 20_000;
/** Mutants that one worker runs: jest keeps memory of each run. */
const RUNS_OF_A_WORKER = 80;

/**
 * What to mutate (files, or ranges of files as Stryker names them), the tests to run, and the milliseconds that a property may take.
 * `onlyMutants`: the mutants of these ranges to run, as `mutationOf` identifies them.
 */
export type MutationRun = {
  mutate: readonly string[];
  tests: readonly string[];
  caseMs: number;
  onlyMutants?: readonly string[];
};

/** Returns the options of Stryker. Everything it writes is below `.local`, which is not part of the repository. */
export const strykerOptions = ({ mutate, tests, caseMs, onlyMutants }: MutationRun) => {
  // Stryker runs one jest project only.
  const [project] = engineless;
  if (project === undefined) throw new Error('No jest project runs without engines.');
  const { displayName, id, testMatch, moduleNameMapper, ...common } = project;
  const config = {
    ...common,
    // The copy that Stryker runs has no packages of its own where `node_modules` is a link.
    moduleNameMapper: Object.fromEntries(
      Object.entries(moduleNameMapper).map(([name, path]) => [name, path.replace('<rootDir>', root)]),
    ),
    // Not absent: jest would take the projects of its configuration file, and run each test once for each of them.
    projects: [],
    // Only where tests are does jest search for files.
    roots: [...new Set(tests.map((test) => `<rootDir>/${dirname(test)}`))],
    testMatch: tests.map((test) => `<rootDir>/${test}`),
    testTimeout: 3 * ENDLESS_MS,
    setupFiles: ['<rootDir>/test/proofs/mutation/few-cases.cjs'],
    globals: { CASE_MS: caseMs },
  };
  return {
    mutate: [...mutate],
    ...(onlyMutants && { onlyMutants: [...onlyMutants] }),
    testRunner: 'jest-file-by-file',
    plugins: [join(import.meta.dirname, 'file-by-file.mjs')],
    coverageAnalysis: 'perTest' as const,
    jest: { projectType: 'custom', config, enableFindRelatedTests: false },
    // One worker: a proof of some minutes leaves a machine of two cores to other work.
    concurrency: 1,
    timeoutMS: ENDLESS_MS,
    maxTestRunnerReuse: RUNS_OF_A_WORKER,
    tempDirName: relative(root, `${toolsFolder}/mutation`),
    dryRunTimeoutMinutes: 20,
    cleanTempDir: 'always' as const,
    // Tests compare policies with docs/openapi.json.
    ignorePatterns: ['.local', 'cdk.out', 'dist', 'docs/**/*.md', 'web'],
    // Jest runs the files without checking types, so no comment has to switch the checks off.
    disableTypeChecks: false,
    reporters: ['progress-append-only'],
    logLevel: 'error' as const,
    allowEmpty: true,
  };
};
