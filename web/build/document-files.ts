import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** The documents that the page on trust links to: their name in the build, and their file in the repository. */
const documents = [
  ['support.txt', 'SUPPORT.md'],
  ['security.txt', 'SECURITY.md'],
  ['third-party-notices.txt', 'THIRD_PARTY_NOTICES.md'],
] as const;

/** Copies the documents of the repository's `root` into the build, as plain text that every browser shows. */
export const documentFilesPlugin = (root: string): Plugin => ({
  name: 'document-files',
  generateBundle() {
    for (const [fileName, file] of documents)
      this.emitFile({ type: 'asset', fileName, source: readFileSync(join(root, file), 'utf8') });
  },
});
