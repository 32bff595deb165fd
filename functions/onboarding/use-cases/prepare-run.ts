import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import {
  type FileHead,
  type LoadStore,
  type NewPart,
  type Phase,
  partName,
  phases,
  type RunProblem,
  type StoredRun,
} from '../data/load-store.ts';
import { indexFile } from './index-file.ts';

/** The parts of one phase that are not done. `go` is false when nothing is left, or another execution has the run. */
export type NextParts = { loadId: string; runId: string; go: boolean; parts: string[] };

type Deps = { loads: LoadStore; bucket: Bucket };

const phasesOf = (kind: string, columns: FileHead['columns']): Phase[] =>
  phases.filter(
    (phase) => phase === kind || (phase === 'guarantors' && kind === 'patrons' && columns.includes('guarantor')),
  );

const cutFiles = async ({ loads, bucket }: Deps, run: StoredRun): Promise<RunProblem[]> => {
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
 * Prepares the next phase of a run: claims the run and cuts its files into parts at first, then gives the parts of the
 * earliest phase that are not done. When it broke off, the next call continues there.
 */
export const prepareRun = async (
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
    const problems = await cutFiles(deps, run);
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
