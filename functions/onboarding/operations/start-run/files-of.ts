import type { StoredFile, StoredRun } from '../../data/load-store.ts';
import type { Mapping } from '../../domain/mapping.ts';

/** The files of a run: those named, or of each kind the one added last. */
export const filesOf = (all: readonly StoredFile[], named: readonly string[] | undefined): StoredFile[] => {
  if (named) return all.filter(({ fileId }) => named.includes(fileId));
  // The id of a file begins with the time it was added.
  const last = new Map(
    all.toSorted((one, other) => (one.fileId < other.fileId ? -1 : 1)).map((file) => [file.kind, file]),
  );
  return [...last.values()];
};

/** Whether dry runs went through all of these files by this very mapping. */
export const wereLookedThrough = (
  files: readonly StoredFile[],
  mapping: Mapping,
  runs: readonly StoredRun[],
): boolean => {
  const written = JSON.stringify(mapping);
  const dry = runs.filter(
    (run) => run.mode === 'dry-run' && run.state === 'done' && JSON.stringify(run.mapping) === written,
  );
  const looked = new Set(dry.flatMap((run) => run.files.map(({ fileId }) => fileId)));
  return files.every(({ fileId }) => looked.has(fileId));
};
