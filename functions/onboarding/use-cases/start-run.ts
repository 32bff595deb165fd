import { type Actor, actorName } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { type StoredFile, type StoredRun, uploadKey } from '../data/load-store.ts';
import type { StartingDeps } from '../deps.ts';
import type { Mapping } from '../domain/files/mapping.ts';
import { findWorkableLoad } from './find-load.ts';
import { runView } from './load-views.ts';

/** Selects the files of a run: those named, or of each kind the one added last. */
const filesOf = (all: readonly StoredFile[], named: readonly string[] | undefined): StoredFile[] => {
  if (named) return all.filter(({ fileId }) => named.includes(fileId));
  // The id of a file begins with the time it was added.
  const last = new Map(
    all.toSorted((one, other) => (one.fileId < other.fileId ? -1 : 1)).map((file) => [file.kind, file]),
  );
  return [...last.values()];
};

/** Judges whether finished dry runs read all of these files by this mapping. */
const haveDryRuns = (files: readonly StoredFile[], mapping: Mapping, runs: readonly StoredRun[]): boolean => {
  const written = JSON.stringify(mapping);
  const dry = runs.filter(
    (run) => run.mode === 'dry-run' && run.state === 'done' && JSON.stringify(run.mapping) === written,
  );
  const read = new Set(dry.flatMap((run) => run.files.map(({ fileId }) => fileId)));
  return files.every(({ fileId }) => read.has(fileId));
};

type StartedRun = {
  actor: Actor | undefined;
  path: { memberId: string; loadId: string };
  mode: StoredRun['mode'];
  fileIds?: string[] | undefined;
  deactivateMissing?: { mostPercent: number } | undefined;
};

/** Starts a dry run or an apply of a load's files. An apply of a cut-over needs a dry run of the same files first. */
export const startRun = async (
  { loads, bucket, startMachine, ids }: StartingDeps & { ids: Ids },
  { actor, path: { memberId, loadId }, mode, fileIds, deactivateMissing: missing }: StartedRun,
  now: number,
) => {
  const found = await findWorkableLoad(loads, actor, { memberId, loadId });
  if ('refused' in found) return found;
  const { purpose, mapping } = found.load;
  if (missing && purpose !== 'patron-feed') return refuse('feeds-only', 'Open a feed.', '/body/deactivateMissing');
  const [all, runs] = await Promise.all([loads.files(loadId), loads.runs(loadId)]);
  const files = filesOf(all, fileIds);
  if (files.length === 0 || files.length < (fileIds?.length ?? 1)) return refuse('unknown-file', 'Add a file first.');
  if (runs.some(({ state }) => state === 'waiting' || state === 'running'))
    return refuse('run-running', 'Wait until it is done.');
  for (const { fileId, fileName } of files) {
    if ((await bucket.size(uploadKey(loadId, fileId))) === undefined)
      return refuse('file-missing', `Send ${fileName}.`);
  }
  if (mode === 'apply' && purpose !== 'patron-feed' && !haveDryRuns(files, mapping, runs))
    return refuse('dry-run-first', 'Start a dry run of these files first.');
  const runId = ids.next('load-run', now);
  const started = { runId, loadId, memberId, mode, by: actorName(actor), createdAt: iso(now) };
  const run = { ...started, mapping, files, ...(missing && { missing }) };
  await loads.addRun(run);
  await startMachine(runId, { loadId, runId });
  return answer(runView({ ...run, state: 'waiting', parts: 0 }));
};
