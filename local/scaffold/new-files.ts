import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { refusedIn } from '../code/plain-names.ts';
import { PlainFailure } from '../failure.ts';
import type { NewFiles, NewOperation } from './templates.ts';
import { architectureWith, contextFiles, depsWith, operationFiles, orderWith } from './templates.ts';

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

/** Changes files by functions of their text, which is empty for a file that is not there. Gives their paths. */
const change = (root: string, changes: Readonly<Record<string, (text: string) => string>>): string[] => {
  const changed = Object.entries(changes).map(([path, turn]) => {
    const file = join(root, path);
    return [file, turn(existsSync(file) ? readFileSync(file, 'utf8') : '')] as const;
  });
  for (const [file, text] of changed) writeFileSync(file, text);
  return Object.keys(changes);
};

/**
 * Makes the files of an operation in a context that is there, and adds its dependencies to the context's deps.ts. PlainFailure for a bad
 * or taken name. Gives the paths written.
 */
export const makeOperation = (root: string, wanted: NewOperation): string[] => {
  const { context, name } = wanted;
  const folder = join(root, 'functions', context);
  judgeName(name, /^[a-z]+(-[a-z0-9]+)+$/, 'verb-noun in small letters, such as list-loans');
  if (!/^[a-z]/.test(context) || !existsSync(join(folder, 'README.md')))
    throw new PlainFailure(`There is no context "${context}": npm run new:context -- ${context} makes one.`);
  if (existsSync(join(folder, 'operations', name)))
    throw new PlainFailure(`The operation ${context}-${name} is there already: nothing was written.`);
  const made = writeNew(root, operationFiles(wanted));
  return [...made, ...change(root, { [`functions/${context}/deps.ts`]: (text) => depsWith(text, wanted) })];
};

/**
 * Makes the folder of a context and gives it its place in the order of contexts and in the architecture. PlainFailure for a bad or taken
 * name. Gives the paths written.
 */
export const makeContext = (root: string, name: string): string[] => {
  judgeName(name, /^[a-z]+(-[a-z]+)*$/, 'one or more words in small letters, such as resource-sharing');
  if (existsSync(join(root, 'functions', name)))
    throw new PlainFailure(`The context ${name} is there already: nothing was written.`);
  const lists = {
    'functions/context-order.ts': (text: string) => orderWith(text, name),
    'docs/architecture.md': (text: string) => architectureWith(text, name),
  };
  return [...writeNew(root, contextFiles(name)), ...change(root, lists)];
};
