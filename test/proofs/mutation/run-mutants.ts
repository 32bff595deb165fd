import { relative, resolve } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { root } from '../../../local/places.ts';
import { type MutationRun, strykerOptions } from './options.ts';
import type { MutantOutcome } from './outcomes.ts';

/** Runs the mutants of a run, two at a time, each by the tests that reach it. File names in the outcomes begin at the root. */
export const runMutants = async (run: MutationRun): Promise<MutantOutcome[]> => {
  const stryker = new Stryker(strykerOptions(run) as ConstructorParameters<typeof Stryker>[0]);
  const outcomes = await stryker.runMutationTest();
  return outcomes.map((outcome) => ({ ...outcome, fileName: relative(root, resolve(root, outcome.fileName)) }));
};
