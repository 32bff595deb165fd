import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../places.ts';
import { run } from '../run.ts';
import { cleanEnvironment } from '../tools.ts';
import { type LevelResult, readReport } from './tally.ts';

/**
 * A jest project to run: its level's name (the report's), its environment, patterns of files when not all, `named`, a pattern
 * of the tests' names when not all, paths of files to leave `without`, and how many files at once when not as many as jest takes.
 */
export type JestLevel = {
  name: string;
  project: string;
  env?: NodeJS.ProcessEnv;
  patterns?: string[];
  named?: string;
  without?: readonly string[];
  atOnce?: number;
  logs: string;
};

const parsed = (file: string): unknown => {
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  } catch {
    return undefined;
  }
};

/** Returns each note of the tests, once, in order. */
const notesIn = (file: string): string[] =>
  existsSync(file) ? [...new Set(readFileSync(file, 'utf8').split('\n'))].filter((line) => line !== '') : [];

// With more memory for new objects V8 collects less often: the tests of the domain take an eighth less processor time.
const memory = ['--min-semi-space-size=16', '--max-semi-space-size=64'];

/** Runs one jest project; its output goes to a log. Returns its results. */
export const jestLevel = async ({
  name,
  project,
  env = {},
  patterns = [],
  named,
  without = [],
  atOnce,
  logs,
}: JestLevel): Promise<LevelResult> => {
  const report = join(logs, `${name}.json`);
  const log = join(logs, `${name}.log`);
  const notes = join(logs, `${name}.notes`);
  for (const old of [report, notes]) rmSync(old, { force: true });
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const some = [
    ...(named === undefined ? [] : ['--testNamePattern', named]),
    ...without.flatMap((path) => ['--testPathIgnorePatterns', path.replaceAll('.', '\\.')]),
    ...(atOnce === undefined ? [] : ['--maxWorkers', String(atOnce)]),
  ];
  const how = ['--selectProjects', project, '--passWithNoTests', '--ci', '--json', '--outputFile', report, ...some];
  const code = await run({
    command: process.execPath,
    // After --, so that a pattern is not parsed as another project.
    args: [
      ...memory,
      '--disable-warning=ExperimentalWarning',
      jest,
      ...how,
      ...(patterns.length > 0 ? ['--', ...patterns] : []),
    ],
    cwd: root,
    env: { ...cleanEnvironment(), ...env, CONCORD_TEST_NOTES: notes },
    log,
  });
  const read = readReport(parsed(report), `${name} gave no report (exit code ${code}, log: ${log})`);
  const result = { ...read, notes: notesIn(notes) };
  const none = Object.values(result.tally).every((count) => count === 0);
  if (none && patterns.length === 0) {
    // A level that runs no test must not pass.
    return { ...result, tally: { ...result.tally, failed: 1 }, failures: [`${name} has no tests.`] };
  }
  const silent = code !== 0 && result.tally.failed === 0;
  if (!silent) return result;
  const tally = { ...result.tally, failed: 1 };
  return { ...result, tally, failures: [`jest ended with exit code ${code} though no test failed (log: ${log})`] };
};
