import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { root } from '../places.ts';

/** Editors save in several steps; events within this time, in milliseconds, are one change. */
const SETTLED_MS = 60;

/**
 * Watches folders of the project and passes the saved files, relative to the root, to `work`: one call at a time, with all files saved
 * meanwhile. Returns a function that stops it.
 */
export const watchFolders = (
  folders: readonly string[],
  work: (files: string[], savedAt: number) => Promise<void>,
): (() => void) => {
  const saved = new Set<string>();
  let first = 0;
  let working = false;
  let timer: NodeJS.Timeout | undefined;
  const go = async (): Promise<void> => {
    if (working) return;
    working = true;
    while (saved.size > 0) {
      const files = [...saved];
      const savedAt = first;
      saved.clear();
      await work(files, savedAt);
    }
    working = false;
  };
  const watchers = folders
    .filter((folder) => existsSync(join(root, folder)))
    .map((folder) =>
      watch(join(root, folder), { recursive: true }, (_, file) => {
        if (file === null || !/\.ts$/.test(file)) return;
        if (saved.size === 0) first = Date.now();
        saved.add(`${folder}/${file.replaceAll('\\', '/')}`);
        clearTimeout(timer);
        timer = setTimeout(() => void go(), SETTLED_MS);
      }),
    );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
};
