import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../local/places.ts';
import { say, step } from '../../local/progress.ts';
import { runUntilShutdown } from '../../local/shutdown.ts';
import { testPatterns } from './mutation/options.ts';
import {
  byFolder,
  LEAST_KILLED,
  type MutantOutcome,
  reportOf,
  shareOf,
  survived,
  withSecondRun,
} from './mutation/outcomes.ts';
import { runMutants } from './mutation/run-mutants.ts';
import { sourcesOf, testFilesOf, testsOf } from './mutation/subjects.ts';

/** The folders and files whose tests kill at least `LEAST_KILLED` percent of their mutants: money, the ledger, and who may do what. */
const proved: readonly string[] = [
  'layers/kernel/money',
  'layers/records/ledger',
  'layers/kernel/identity',
  'layers/platform/http/actor.ts',
  'layers/platform/http/desk-permission.ts',
  'layers/platform/http/permission.ts',
];

/** Returns a mutant's place as Stryker takes it, so that a second run makes the mutants of that place only. */
const rangeOf = ({ fileName, location: { start, end } }: MutantOutcome): string =>
  `${fileName}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;

/** Runs the mutants by the tests beside their files, then the survivors by all tests that import these files, and with more cases. */
const outcomesOf = async (folders: readonly string[]): Promise<MutantOutcome[]> => {
  const sources = sourcesOf(folders);
  const tests = testFilesOf(testPatterns);
  const { beside } = testsOf(sources, tests);
  const first = await step(`${sources.length} files by ${beside.length} test files beside them`, () =>
    runMutants({ mutate: sources, tests: beside, caseMs: 100 }),
  );
  const left = first.filter(survived);
  if (left.length === 0) return first;
  const own = testsOf([...new Set(left.map(({ fileName }) => fileName))], tests);
  const all = [...own.beside, ...own.importing];
  const second = await step(`${left.length} survivors by ${all.length} test files that import theirs`, () =>
    runMutants({ mutate: left.map(rangeOf), tests: all, caseMs: 1000 }),
  );
  return withSecondRun(first, second);
};

/**
 * Changes the code of folders (or of single files), one small change at a time, and prints how many changes the tests without engines
 * noticed, and each that they did not. Without arguments it proves the folders of `proved`, and exits with 1 when one is below its share.
 */
const prove = async (): Promise<number> => {
  const asked = process.argv.slice(2).map((path) => path.replace(/\/+$/, ''));
  const folders = asked.length > 0 ? asked : proved;
  const outcomes = byFolder(folders, await outcomesOf(folders));
  const sourceOf = (file: string) => readFileSync(join(root, file), 'utf8');
  outcomes.flatMap((outcome) => reportOf(outcome, sourceOf)).forEach(say);
  const all = { killed: 0, survivors: [] as MutantOutcome[] };
  for (const { killed, survivors } of outcomes) {
    all.killed += killed;
    all.survivors.push(...survivors);
  }
  say(`${all.killed} of ${all.killed + all.survivors.length} mutants killed (${shareOf(all).toFixed(1)} %).`);
  const below = outcomes.filter((outcome) => shareOf(outcome) < LEAST_KILLED);
  return asked.length === 0 && below.length > 0 ? 1 : 0;
};

await runUntilShutdown(prove, async () => {});
