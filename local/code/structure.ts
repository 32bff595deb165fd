import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../places.ts';

/** What a context's root may hold. */
const expected = new Set([
  ...['README.md', 'deps.ts', 'schemas.ts', 'outbox.ts'],
  ...['public', 'operations', 'consumers', 'use-cases', 'domain', 'data', 'schemas'],
]);

/** The files and folders at the root of a context that its structure does not name. */
export const looseFiles = (context: string): string[] =>
  readdirSync(join(root, 'functions', context))
    .filter((name) => !expected.has(name))
    .map((name) => `functions/${context}/${name}`);

/** The lines of a handler without its imports and blank lines: what a reader must follow. */
export const handlerLines = (text: string): number =>
  text
    .replace(/^import [^;]*;\n/gm, '')
    .split('\n')
    .filter((line) => line.trim() !== '').length;
