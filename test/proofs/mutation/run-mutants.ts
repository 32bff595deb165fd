import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { PlainFailure } from '../../../local/failure.ts';
import { root, toolsFolder } from '../../../local/places.ts';
import { run as runCommand } from '../../../local/run.ts';
import type { MutationRun } from './options.ts';
import type { MutantOutcome } from './outcomes.ts';

/** Where runs are described and logged; they leave nothing else. */
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
