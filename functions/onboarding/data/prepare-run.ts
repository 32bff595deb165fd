import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import { indexFile } from '../use-cases/index-file.ts';
import {
  type FileHead,
  type LoadStore,
  type NewPart,
  type Phase,
  partName,
  phases,
  type RunProblem,
  reportsOf,
  type StoredRun,
  uploadKey,
} from './load-store.ts';

/** What there is to do next: the parts of one phase that are not done. `go` false: nothing, or another execution has the run. */
export type NextParts = { loadId: string; runId: string; go: boolean; parts: string[] };

type Deps = { loads: LoadStore; bucket: Bucket };

const phasesOf = (kind: string, columns: FileHead['columns']): Phase[] =>
  phases.filter(
    (phase) => phase === kind || (phase === 'wards' && kind === 'patrons' && columns.includes('guarantor')),
  );

const cut = async ({ loads, bucket }: Deps, run: StoredRun): Promise<RunProblem[]> => {
  const [problems, parts]: [RunProblem[], NewPart[]] = [[], []];
  const heads: Record<string, FileHead> = {};
  for (const file of run.files) {
    const indexed = await indexFile(bucket, file, run.mapping);
    if ('problem' in indexed) {
      problems.push({ fileId: file.fileId, ...indexed.problem });
      continue;
    }
    heads[file.fileId] = indexed.head;
    for (const phase of phasesOf(file.kind, indexed.head.columns)) {
      for (const [number, range] of indexed.ranges.entries()) {
        parts.push({ part: partName(phase, file.fileId, number), phase, fileId: file.fileId, ...range });
      }
    }
  }
  const [first] = run.files.filter(({ kind }) => kind === 'patrons');
  if (run.missing && first) {
    const part = partName('missing', first.fileId, 0);
    parts.push({ part, phase: 'missing', fileId: first.fileId, start: 0, end: 0, line: 1 });
  }
  if (problems.length === 0) await loads.putParts(run, parts, heads);
  return problems;
};

/**
 * The step between the phases of a run: takes the run at first, cuts its files, and then gives the parts of the earliest phase
 * that has any to do. Broken off and called again it goes on where it was.
 */
export const nextParts = async (
  deps: Deps,
  { loadId, runId }: { loadId: string; runId: string },
  execution: string,
  at: string,
): Promise<NextParts> => {
  const { loads } = deps;
  const nothing = { loadId, runId, go: false, parts: [] };
  const run = await loads.run(loadId, runId);
  if (!run || !(await loads.begin(run, execution, at))) return nothing;
  const known = await loads.parts(runId);
  if (run.heads === undefined || known.length < run.parts) {
    const problems = await cut(deps, run);
    if (problems.length > 0) {
      await loads.end(run, execution, { state: 'refused', endedAt: at, problems });
      return nothing;
    }
  }
  const waiting = (await loads.parts(runId)).filter(({ done }) => !done);
  const phase = phases.find((one) => waiting.some((part) => part.phase === one));
  const parts = waiting.filter((part) => part.phase === phase).map(({ part }) => part);
  return { loadId, runId, go: parts.length > 0, parts };
};

/**
 * Ends a run that this execution has: adds it up, or notes that it stopped. A file of an apply of which nothing was rejected is
 * deleted at once; the others wait to be mended, and the bucket deletes them after some days.
 */
export const endRun = async (
  { loads, bucket }: Deps,
  { loadId, runId }: { loadId: string; runId: string },
  execution: string,
  at: string,
  failed: boolean,
): Promise<StoredRun['state'] | 'unknown'> => {
  const run = await loads.run(loadId, runId);
  if (!run) return 'unknown';
  if (run.state !== 'running' || run.execution !== execution) return run.state;
  const parts = await loads.parts(runId);
  const state = !failed && parts.every(({ done }) => done) ? 'done' : 'failed';
  const missed = parts.find((part) => part.missed)?.missed;
  const reports = reportsOf(run, parts);
  await loads.end(run, execution, { state, endedAt: at, ...(state === 'done' && { reports }), missed });
  if (state === 'done' && run.mode === 'apply') {
    for (const { fileId, tally } of reports) if (tally.rejected === 0) await bucket.forget(uploadKey(loadId, fileId));
  }
  return state;
};
