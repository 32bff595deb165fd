import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

const passedOver = new Set(['node_modules', 'dist', 'cdk.out', '.local']);

/** All files under a path (a file counts as itself, a missing path as none), sorted; tests are left out. */
export const filesUnder = (path: string): string[] => {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !passedOver.has(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .flatMap((entry) => filesUnder(join(path, entry.name)))
    .sort();
};

/**
 * One hash over the names and contents of files and over settings. The same source and settings give the same hash on
 * any machine; a renamed, changed, added or removed file gives another.
 */
export const fingerprint = (base: string, paths: string[], settings: Record<string, string> = {}): string => {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesUnder(join(base, path)))) {
    const content = readFileSync(file);
    hash.update(`${relative(base, file)}\0${content.length}\0`).update(content);
  }
  hash.update(JSON.stringify(Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1))));
  return hash.digest('hex');
};
