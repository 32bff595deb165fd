import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { PlainFailure } from '../../../local/failure.ts';
import { root, toolsFolder } from '../../../local/places.ts';
import { run as runCommand } from '../../../local/run.ts';
import type { MutationRun } from './options.ts';
import type { MutantOutcome } from './outcomes.ts';

/** Where runs are described and logged; of each folder they leave its outcomes. */
const folder = join(toolsFolder, 'prove-mutation');

/** Runs the mutants of a run, one after the other, each by the tests that reach it. File names in the outcomes begin at the root. */
export const runMutants = async (run: MutationRun): Promise<MutantOutcome[]> => {
  const [runFile, outcomesFile, log] = ['run.json', 'outcomes.json', 'stryker.log'].map((name) =>
    join(folder, name),
  ) as [...[string, string, string]];
  mkdirSync(folder, { recursive: true });
  rmSync(outcomesFile, { force: true });
  writeFileSync(runFile, JSON.stringify(run));
  const script = join(import.meta.dirname, 'stryker-process.ts');
  const args = ['--disable-warning=ExperimentalWarning', script, runFile, outcomesFile];
  const code = await runCommand({ command: process.execPath, args, cwd: root, env: { ...process.env }, log });
  if (code !== 0) throw new PlainFailure(`Stryker stopped (exit code ${code}); see ${log}.`);
  const outcomes: MutantOutcome[] = JSON.parse(readFileSync(outcomesFile, 'utf8'));
  return outcomes.map((outcome) => ({ ...outcome, fileName: relative(root, resolve(root, outcome.fileName)) }));
};

/** The file of the outcomes of sources, which a change of one of them leaves behind. */
const fileOf = (sources: readonly string[]): string => {
  const content = sources.reduce((hash, file) => hash.update(readFileSync(join(root, file))), createHash('sha256'));
  return join(folder, `of-${content.digest('hex').slice(0, 32)}.json`);
};

/** Stores the outcomes of sources as they are now. */
export const storeOutcomes = (sources: readonly string[], outcomes: readonly MutantOutcome[]): void =>
  writeFileSync(fileOf(sources), JSON.stringify(outcomes));

/** Returns the outcomes of the last run of these sources; undefined when one of them has changed since. */
export const outcomesBefore = (sources: readonly string[]): MutantOutcome[] | undefined =>
  existsSync(fileOf(sources)) ? JSON.parse(readFileSync(fileOf(sources), 'utf8')) : undefined;
