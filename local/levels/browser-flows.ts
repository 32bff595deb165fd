import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../places.ts';

/** The end of the names of browser tests that run on a deployed stack; in all others the API answers from fixtures. */
export const flowEnding = 'deployed.test.ts';

/** The file that every run of all tests includes; the flows by role take longer (`npm run prove:flows`). */
const always = 'test/browser/deployed.test.ts';

/** Returns whether a browser test runs on a deployed stack. */
export const isFlow = (file: string): boolean => file.endsWith(flowEnding);

/** Returns the role whose flows a file has, from its name. */
export const roleOf = (file: string): string => basename(file).slice(0, -flowEnding.length - 1) || 'first flows';

/** Returns the files of the flows of every role, and the one that every run includes. */
export const flowFiles = (): string[] => [
  always,
  ...readdirSync(join(root, 'test/browser/roles'))
    .filter(isFlow)
    .map((name) => `test/browser/roles/${name}`)
    .toSorted(),
];

/** Returns the files on a deployed stack that patterns select; without patterns the one that every run includes. */
export const flowsFor = (patterns: readonly string[]): string[] =>
  patterns.length === 0 ? [always] : flowFiles().filter((file) => patterns.some((pattern) => file.includes(pattern)));
