import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)));

const load = createRequire(import.meta.url);

/** The names of the folders in a folder, in alphabetical order; none when it is not there. */
export const foldersIn = (path: string): string[] =>
  existsSync(path)
    ? readdirSync(path, { withFileTypes: true })
        .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
        .sort()
    : [];

/**
 * Loads a module whose exports the caller knows. It loads synchronously, so that the sets which derive from folders are plain values in
 * tests (CommonJS) and in tools (ESM) alike.
 */
export const loadModule = <M>(file: string): M => load(file) as M;
