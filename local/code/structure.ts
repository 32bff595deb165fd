import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../places.ts';

/** The folders whose imports are checked: all with code. */
export const checkedFolders = [
  'bench',
  'demo',
  'docs',
  'events',
  'functions',
  'gateways',
  'infra',
  'layers',
  'local',
  'test',
  'web',
];

/** The permitted entries of a context's root folder. */
const expected = new Set([
  ...['README.md', 'deps.ts', 'schemas.ts', 'outbox.ts'],
  ...['public', 'operations', 'consumers', 'use-cases', 'domain', 'data', 'schemas'],
]);

/** Returns the files and folders in a context's root that its structure does not permit. */
export const looseFiles = (context: string): string[] =>
  readdirSync(join(root, 'functions', context))
    .filter((name) => !expected.has(name))
    .map((name) => `functions/${context}/${name}`);

/** Counts the lines of a handler without imports and blank lines. */
export const handlerLines = (text: string): number =>
  text
    .replace(/^import [^;]*;\n/gm, '')
    .split('\n')
    .filter((line) => line.trim() !== '').length;
