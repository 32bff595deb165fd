import type { CsvRecord } from '../../../layers/kernel/csv/read-csv.ts';
import type { Phase } from '../data/load-store.ts';
import type { FileKind, Row } from '../domain/files/file-kinds.ts';
import { type ReadRow, readRow } from '../domain/files/read-row.ts';
import {
  type Problem,
  type RejectReason,
  rejectReasons,
  type WarningReason,
  warningReasons,
} from '../domain/report/reasons.ts';
import { countRow, noTally, type Tally } from '../domain/report/tally.ts';
import type { ReportLine } from '../domain/run.ts';
import type { Notes } from './index-file.ts';
import { linkGuarantors } from './link-guarantors.ts';
import { loadBills } from './load-bills.ts';
import { loadBlocks } from './load-blocks.ts';
import { type Lined, type LoadContext, type Outcome, readerOf } from './load-context.ts';
import { loadHolds } from './load-holds.ts';
import { loadItems } from './load-items.ts';
import { loadLoans } from './load-loans.ts';
import { loadPatrons } from './load-patrons.ts';

/** The number of rows read from the table together, and the number written in parallel. */
const CHUNK = 100;
const LANES = 8;

/** Most lines of a part's report. Further ones are counted only; they appear once the first are corrected. */
const MOST_LINES = 5000;

type Loader<K extends FileKind> = (
  context: LoadContext,
  rows: readonly Lined<K>[],
) => Promise<(one: Lined<K>) => Promise<Outcome>>;
type Step<K extends FileKind = FileKind> = { kind: K; load: Loader<K> };
const step = <K extends FileKind>(kind: K, load: Loader<K>) => ({ kind, load });

/** The loader of each phase. */
const steps = {
  patrons: step('patrons', loadPatrons),
  guarantors: step('patrons', linkGuarantors),
  items: step('items', loadItems),
  loans: step('loans', loadLoans),
  holds: step('holds', loadHolds),
  bills: step('bills', loadBills),
  blocks: step('blocks', loadBlocks),
} as const;

/** A phase that reads rows. */
export type RowPhase = keyof typeof steps;
export const isRowPhase = (phase: Phase): phase is RowPhase => Object.hasOwn(steps, phase);

/** The counts of a part's rows, with the lines of its report. */
export type LoadedPart = { tally: Tally; report: ReportLine[] };

const line = (
  at: number,
  { reason, column, value }: Problem<RejectReason | WarningReason>,
  rejected: boolean,
  otherLine?: number,
): ReportLine => ({
  ...{ line: at, rejected, reason },
  ...(column !== undefined && { column }),
  ...(value !== undefined && { value }),
  ...(otherLine !== undefined && { otherLine }),
  detail: { ...rejectReasons, ...warningReasons }[reason],
});

const inLanes = async <T, R>(all: readonly T[], run: (one: T) => Promise<R>): Promise<R[]> => {
  const out: R[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < all.length) {
      const at = next++;
      const one = all[at];
      if (one !== undefined) out[at] = await run(one);
    }
  };
  await Promise.all(Array.from({ length: Math.min(LANES, all.length) }, lane));
  return out;
};

type Duplicates = ReadonlyMap<number, { what: Notes['twins'][number][1]; of: number }[]>;

/** Groups the duplicate rows of a file by the later line. */
export const duplicatesByLine = ({ twins }: Notes): Duplicates => {
  const byLine = new Map<number, { what: Notes['twins'][number][1]; of: number }[]>();
  for (const [at, what, of] of twins) byLine.set(at, [...(byLine.get(at) ?? []), { what, of }]);
  return byLine;
};

type Prepared<K extends FileKind> = { line: number; read?: ReadRow<K>; reject?: ReportLine[]; same?: number };

const prepared = <K extends FileKind>(
  kind: K,
  record: CsvRecord,
  { columns, mapping }: LoadContext,
  twins: Duplicates,
): Prepared<K> => {
  const at = record.line;
  if ('fault' in record) return { line: at, reject: [line(at, { reason: record.fault }, true)] };
  const read = readRow(kind, columns, record.cells, mapping);
  const own = twins.get(at) ?? [];
  const twice = own.flatMap(({ what, of }) =>
    what === 'person' ? [] : [line(at, { reason: what === 'id' ? 'twice-in-file' : 'card-twice' }, true, of)],
  );
  const wrong = 'problems' in read ? read.problems.map((problem) => line(at, problem, true)) : [];
  const same = own.find(({ what }) => what === 'person')?.of;
  const reject = [...wrong, ...twice];
  return { line: at, read, ...(reject.length > 0 && { reject }), ...(same !== undefined && { same }) };
};

const loadChunk = async <K extends FileKind>(
  { kind, load }: Step<K>,
  context: LoadContext,
  records: readonly CsvRecord[],
  twins: Duplicates,
  { tally, report }: LoadedPart,
): Promise<void> => {
  const fresh = { ...context, reader: readerOf(context.table) };
  const all = records.map((record) => prepared(kind, record, fresh, twins));
  const sound = all.flatMap(({ line: at, read, reject }): Lined<K>[] =>
    read && 'row' in read && !reject ? [{ line: at, row: read.row as Row<K> }] : [],
  );
  const loader = await load(fresh, sound);
  const outcomes = new Map((await inLanes(sound, loader)).map((outcome, at) => [sound[at]?.line, outcome]));
  for (const { line: at, read, reject = [], same } of all) {
    const outcome = outcomes.get(at);
    const problems = outcome && 'problems' in outcome ? outcome.problems.map((one) => line(at, one, true)) : [];
    const warnings = outcome && 'did' in outcome ? (outcome.warnings ?? []).map((one) => line(at, one, false)) : [];
    if (same !== undefined && outcome && 'did' in outcome)
      warnings.push(line(at, { reason: 'same-person' }, false, same));
    const lines = [...reject, ...problems, ...warnings];
    countRow(tally, {
      did: outcome && 'did' in outcome ? outcome.did : 'rejected',
      amount: read?.amount,
      codes: read?.codes ?? {},
      unmapped: read?.unmapped ?? [],
      reasons: [...reject, ...problems].map(({ reason }) => reason as RejectReason),
      warnings: warnings.map(({ reason }) => reason as WarningReason),
    });
    report.push(...lines.slice(0, Math.max(0, MOST_LINES - report.length)));
  }
};

/** Reduces the tally of a second pass over the same rows to its warnings. */
const warningsOnly = (tally: Tally): Tally => ({ ...noTally(), warnings: tally.warnings });

/**
 * Loads the rows of a part, one chunk in memory at a time. Gives the counts and the lines of the report: every rejected row
 * with its column and reason, in the order of the file.
 */
export const loadRows = async (
  phase: RowPhase,
  context: LoadContext,
  records: AsyncIterable<CsvRecord>,
  twins: Duplicates,
): Promise<LoadedPart> => {
  const done: LoadedPart = { tally: noTally(), report: [] };
  // The table of steps pairs each kind with its loader.
  const of = steps[phase] as unknown as Step;
  let waiting: CsvRecord[] = [];
  for await (const record of records) {
    waiting.push(record);
    if (waiting.length < CHUNK) continue;
    await loadChunk(of, context, waiting, twins, done);
    waiting = [];
  }
  if (waiting.length > 0) await loadChunk(of, context, waiting, twins, done);
  if (phase !== 'guarantors') return done;
  return {
    tally: warningsOnly(done.tally),
    report: done.report.filter(({ reason }) => reason === 'guarantor-unknown'),
  };
};
