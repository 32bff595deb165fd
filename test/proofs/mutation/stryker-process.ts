// The process that Stryker runs in, so that its workers end with it. Arguments: the file of the run, and the file for its outcomes.
import { readFileSync, writeFileSync } from 'node:fs';
import { Stryker } from '@stryker-mutator/core';
import { type MutationRun, strykerOptions } from './options.ts';

const [runFile = '', outcomesFile = ''] = process.argv.slice(2);
const run: MutationRun = JSON.parse(readFileSync(runFile, 'utf8'));
const stryker = new Stryker(strykerOptions(run) as ConstructorParameters<typeof Stryker>[0]);
writeFileSync(outcomesFile, JSON.stringify(await stryker.runMutationTest()));
