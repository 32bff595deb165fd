import { chunks } from '../../../../layers/kernel/collections/chunks.ts';
import { byId } from '../../../../layers/kernel/money/split.ts';

/** A row of evidence as stored: the member first, then the request's id, counts and other values. */
export type EvidenceRow = readonly [member: string, requestId: string, ...rest: (string | number)[]];

/** The days after which a day's log lines are complete: CloudWatch retries for a day, a failed batch waits for two weeks at most. */
export const SETTLED_AFTER_DAYS = 17;
/** The days that evidence stays in the table: leaves six days to repair the packing job if it fails. */
export const IN_TABLE_DAYS = 24;

/** The rows of one file: some 2 MB of text, which fits in the memory of any function that opens a line. */
export const ROWS_A_FILE = 20_000;

const counted = (rows: readonly EvidenceRow[]): Map<string, { row: EvidenceRow; times: number }> => {
  const counts = new Map<string, { row: EvidenceRow; times: number }>();
  for (const row of rows) {
    const name = JSON.stringify(row);
    const known = counts.get(name);
    if (known) known.times += 1;
    else counts.set(name, { row, times: 1 });
  }
  return counts;
};

/**
 * Merges two readings of the same evidence, in an order that does not depend on theirs: a row in both counts once, one that occurs twice
 * in a reading counts twice. So nothing is lost or duplicated, however often a day is packed.
 */
export const merged = (one: readonly EvidenceRow[], other: readonly EvidenceRow[]): EvidenceRow[] => {
  const [all, more] = [counted(one), counted(other)];
  for (const [name, { row, times }] of more) {
    const known = all.get(name);
    if (!known || known.times < times) all.set(name, { row, times });
  }
  const ordered = [...all].toSorted(
    (
      [
        a,
        {
          row: [one],
        },
      ],
      [
        b,
        {
          row: [two],
        },
      ],
    ) => (one === two ? byId(a, b) : byId(one, two)),
  );
  return ordered.flatMap(([, { row, times }]) => Array.from({ length: times }, () => row));
};

/** Splits merged rows into files, each with its first and last member: a member's rows are contiguous. */
export const filesOf = (
  rows: readonly EvidenceRow[],
  size = ROWS_A_FILE,
): { first: string; last: string; rows: readonly EvidenceRow[] }[] =>
  chunks(rows, size).map((part) => ({ first: part[0]?.[0] ?? '', last: part.at(-1)?.[0] ?? '', rows: part }));
