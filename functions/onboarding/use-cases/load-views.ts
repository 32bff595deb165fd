import type { StoredLoad, StoredPart, StoredRun } from '../data/load-store.ts';
import { kindsInOrder } from '../domain/files/file-kinds.ts';
import { compareTotals } from '../domain/report/control-totals.ts';
import { addTallies, type Tally } from '../domain/report/tally.ts';
import type { FileReport, LoadView, RunView } from '../domain/run.ts';

/** Builds the reports of a run's files from its parts, with the old system's totals for comparison. */
export const reportsOf = ({ files }: Pick<StoredRun, 'files'>, parts: readonly StoredPart[]): FileReport[] =>
  files
    .toSorted((one, other) => kindsInOrder.indexOf(one.kind) - kindsInOrder.indexOf(other.kind))
    .map(({ fileId, kind, control }) => {
      const tallies = parts.flatMap((part): Tally[] => (part.fileId === fileId && part.tally ? [part.tally] : []));
      const tally = addTallies(tallies);
      const totals = compareTotals(control, tally);
      return { fileId, kind, tally, totals, agrees: totals.every(({ agrees }) => agrees) };
    });

/** Builds the API view of a run. Takes the parts of a running one; a finished run has its reports itself. */
export const runView = (run: StoredRun, parts: readonly StoredPart[] = []): RunView => {
  const { runId, mode, state, createdAt, startedAt, endedAt, missed, problems } = run;
  return {
    ...{ runId, mode, state, createdAt },
    ...(startedAt !== undefined && { startedAt }),
    ...(endedAt !== undefined && { endedAt }),
    parts: { all: run.parts, done: state === 'done' ? run.parts : parts.filter(({ done }) => done).length },
    files: run.reports ?? reportsOf(run, parts),
    ...(missed && { missing: missed }),
    ...(problems && { problems }),
  };
};

/** Builds the API view of a load. */
export const loadView = ({ loadId, memberId, name, purpose, createdAt, mapping }: StoredLoad): LoadView => ({
  ...{ loadId, memberId, name, purpose, createdAt, mapping },
});
