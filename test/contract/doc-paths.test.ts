import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const documents = globSync([
  'README.md',
  'CONTRIBUTING.md',
  'docs/**/*.md',
  'functions/*/README.md',
  'layers/README.md',
  'web/README.md',
]);
const contexts = globSync('functions/*/').map((folder) => join(folder));
const topFolders = ['bench', 'demo', 'docs', 'events', 'functions', 'infra', 'layers', 'local', 'test', 'web'];
const contextFolders = ['operations', 'consumers', 'use-cases', 'domain', 'data', 'public', 'src'];

/** Returns the files and folders that a document names in code marks or as its sources; `*` matches any name, `<context>` a context. */
const namedPaths = (document: string): string[] =>
  [...readFileSync(document, 'utf8').matchAll(/(?:`|(?:from|and) )([\w@./*<>-]+\/[\w@./*<>-]*?)(?=`|\.? |\.$)/gm)]
    .map(([, path = '']) => path)
    .filter((path) => [...topFolders, ...contextFolders].includes(path.split('/')[0] ?? ''));

const isThere = (path: string, document: string): boolean =>
  ['.', dirname(document), ...contexts].some(
    (folder) => globSync(join(folder, path.replaceAll(/<[^>]*>/g, '*'))).length > 0,
  );

test.each(documents)('every file and folder that %s names exists', (document) => {
  expect(namedPaths(document).filter((path) => !isThere(path, document))).toEqual([]);
});

test('the documents name files, and a missing file is detected', () => {
  expect(documents.flatMap(namedPaths).length).toBeGreaterThan(50);
  expect(isThere('functions/circulation/use-cases/no-such-file.ts', 'README.md')).toBe(false);
});
