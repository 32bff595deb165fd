import { chunks } from '../../../../layers/kernel/collections/chunks.ts';
import { byId } from '../../../../layers/kernel/money/split.ts';

/** A row of evidence as it is kept: whose use it is comes first, then the request's id, counts and all else. */
export type EvidenceRow = readonly [member: string, requestId: string, ...rest: (string | number)[]];

/** Days after which a day's log lines are all in: CloudWatch sends again for a day, a failed batch waits for two weeks at most. */
export const SETTLED_AFTER_DAYS = 17;
/** Days that evidence stays in the table after it was written: what packs it has six days to be put right, if it ever fails. */
export const IN_TABLE_DAYS = 24;

/** Rows of one file: some 2 MB of text, which any function that opens a line can hold. */
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
 * The rows of two readings of the same evidence put together, in an order that does not depend on theirs: a row that is in both
 * is one, one that is twice in a reading is two. So nothing is lost and nothing doubled, however often a day is packed.
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

/** Merged rows in files, each with the members that it begins and ends with: a member's rows stand together. */
export const filesOf = (
  rows: readonly EvidenceRow[],
  size = ROWS_A_FILE,
): { first: string; last: string; rows: readonly EvidenceRow[] }[] =>
  chunks(rows, size).map((part) => ({ first: part[0]?.[0] ?? '', last: part.at(-1)?.[0] ?? '', rows: part }));
