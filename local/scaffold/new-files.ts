import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { refusedIn } from '../code/plain-names.ts';
import { PlainFailure } from '../failure.ts';
import type { NewFiles } from './templates.ts';
import { contextFiles, operationFiles } from './templates.ts';

const judgeName = (name: string, pattern: RegExp, example: string): void => {
  if (!pattern.test(name)) throw new PlainFailure(`"${name}" is no name: write it as ${example}.`);
  const [refused] = refusedIn(name, `functions/${name}`);
  if (refused !== undefined)
    throw new PlainFailure(`"${refused}" says nothing to a stranger: choose another word (docs/glossary.md).`);
};

/** Writes new files under a root, or none at all: PlainFailure when one is there already. Gives their paths. */
const writeNew = (root: string, files: NewFiles): string[] => {
  const there = Object.keys(files).find((path) => existsSync(join(root, path)));
  if (there !== undefined) throw new PlainFailure(`${there} is there already: nothing was written.`);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, { flag: 'wx' });
  }
  return Object.keys(files);
};

/** Makes the files of an operation in a context that is there. PlainFailure for a bad or taken name. Gives the paths written. */
export const makeOperation = (root: string, wanted: { context: string; name: string; service: string }): string[] => {
  const { context, name } = wanted;
  const folder = join(root, 'functions', context);
  judgeName(name, /^[a-z]+(-[a-z0-9]+)+$/, 'verb-noun in small letters, such as list-loans');
  if (!/^[a-z]/.test(context) || !existsSync(join(folder, 'README.md')))
    throw new PlainFailure(`There is no context "${context}": npm run new:context -- ${context} makes one.`);
  if (existsSync(join(folder, 'operations', name)))
    throw new PlainFailure(`The operation ${context}-${name} is there already: nothing was written.`);
  return writeNew(root, operationFiles(wanted, existsSync(join(folder, 'deps.ts'))));
};

/** Makes the folder of a context. PlainFailure for a bad or taken name. Gives the paths written. */
export const makeContext = (root: string, name: string): string[] => {
  judgeName(name, /^[a-z]+(-[a-z]+)*$/, 'one or more words in small letters, such as resource-sharing');
  if (existsSync(join(root, 'functions', name)))
    throw new PlainFailure(`The context ${name} is there already: nothing was written.`);
  return writeNew(root, contextFiles(name));
};
