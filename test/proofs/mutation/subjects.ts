import { globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { PlainFailure } from '../../../local/failure.ts';
import { root } from '../../../local/places.ts';

const isTest = (file: string): boolean => file.endsWith('.test.ts');

/**
 * Returns the source files of folders and files, as paths from the root. Files of a `data` folder are left out: stores are tested on
 * engines. Throws a PlainFailure for a path that holds no source file.
 */
export const sourcesOf = (folders: readonly string[]): string[] => {
  const sources = folders.flatMap((folder) => {
    const path = join(root, folder);
    const all = statSync(path, { throwIfNoEntry: false })?.isFile()
      ? [folder]
      : globSync(`${folder}/**/*.ts`, { cwd: root });
    const own = all.filter((file) => !isTest(file) && !file.split('/').includes('data'));
    if (own.length === 0) throw new PlainFailure(`${folder} holds no source file whose tests need no engine.`);
    return own;
  });
  return [...new Set(sources)].toSorted();
};

const IMPORTED = /\bfrom '(\.[^']+)'/g;

/** Returns the files that a file imports by relative path, as paths from the root. */
const importsOf = (file: string): string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(IMPORTED)].map(([, path = '']) =>
    normalize(join(dirname(file), path)),
  );

/** Returns the test files of jest's patterns (`<rootDir>/…`), as paths from the root. */
export const testFilesOf = (patterns: readonly string[]): string[] =>
  globSync(
    patterns.map((pattern) => pattern.replace('<rootDir>/', '')),
    { cwd: root },
  ).toSorted();

/** The tests of source files: `beside` those in the same folders or below, `importing` all others that import one of the files. */
export type SubjectTests = { beside: string[]; importing: string[] };

/** Finds the tests of source files among the given test files. */
export const testsOf = (sources: readonly string[], tests: readonly string[]): SubjectTests => {
  const folders = [...new Set(sources.map((file) => `${dirname(file)}/`))];
  const beside = tests.filter((test) => folders.some((folder) => test.startsWith(folder)));
  const importing = tests.filter(
    (test) => !beside.includes(test) && importsOf(test).some((file) => sources.includes(file)),
  );
  return { beside, importing };
};

/** Returns files by their folder. */
export const byFolder = (files: readonly string[]): [string, string[]][] =>
  Object.entries(Object.groupBy(files, (file) => dirname(file))).map(([folder, own = []]) => [folder, own]);
