import * as z from 'zod';
import type { CodeList } from '../files/file-kinds.ts';
import type { RejectReason, WarningReason } from './reasons.ts';

const count = z.int().min(0);
const byName = z.record(z.string(), count);

/** The counts and sums of one of the member's own codes. */
const perCode = z.strictObject({ read: count, accepted: count, sum: z.int(), sumAccepted: z.int() });

/**
 * The counts of a file's rows. accepted + rejected = read; created + changed + unchanged = accepted. Sums are of amounts in
 * minor units: of every row whose amount can be read, and of those accepted. A dry run counts what an apply would do.
 */
export const tallySchema = z.strictObject({
  read: count,
  accepted: count,
  rejected: count,
  created: count,
  changed: count,
  unchanged: count,
  sum: z.int(),
  sumAccepted: z.int(),
  /** By column, then by the member's own code. */
  codes: z.record(z.string(), z.record(z.string(), perCode)),
  /** Codes missing from the mapping, by list, with their number of occurrences. */
  unmapped: z.record(z.string(), byName),
  reasons: byName,
  warnings: byName,
});
export type Tally = z.infer<typeof tallySchema>;
type PerCode = z.infer<typeof perCode>;

/** The result of one row. */
export type RowCount = {
  did: 'created' | 'changed' | 'unchanged' | 'rejected';
  amount?: number | undefined;
  codes: Record<string, string>;
  unmapped: readonly { list: CodeList; code: string }[];
  reasons: readonly RejectReason[];
  warnings: readonly WarningReason[];
};

/** Most codes that are counted by name in each column; others are counted together, so that a column of numbers cannot fill a report. */
const MOST_CODES = 200;
export const OTHERS = '…';

/** Creates an empty tally. */
export const noTally = (): Tally => ({
  ...{ read: 0, accepted: 0, rejected: 0, created: 0, changed: 0, unchanged: 0, sum: 0, sumAccepted: 0 },
  ...{ codes: {}, unmapped: {}, reasons: {}, warnings: {} },
});

// A code of this name would address the prototype instead of a property.
const countedName = (counts: Record<string, unknown>, code: string): string =>
  code === '__proto__'
    ? OTHERS
    : Object.hasOwn(counts, code) || Object.keys(counts).length < MOST_CODES
      ? code
      : OTHERS;

const raise = (counts: Record<string, number>, name: string, by = 1): void => {
  const at = countedName(counts, name);
  counts[at] = (Object.hasOwn(counts, at) ? (counts[at] ?? 0) : 0) + by;
};

const none: PerCode = { read: 0, accepted: 0, sum: 0, sumAccepted: 0 };

const addCode = (counts: Record<string, PerCode>, code: string, more: PerCode): void => {
  const at = countedName(counts, code);
  const before = (Object.hasOwn(counts, at) ? counts[at] : undefined) ?? none;
  counts[at] = {
    read: before.read + more.read,
    accepted: before.accepted + more.accepted,
    sum: before.sum + more.sum,
    sumAccepted: before.sumAccepted + more.sumAccepted,
  };
};

const inner = <T>(outer: Record<string, Record<string, T>>, name: string): Record<string, T> => {
  const made = (Object.hasOwn(outer, name) ? outer[name] : undefined) ?? {};
  outer[name] = made;
  return made;
};

/** Counts a row into a tally, which it changes. */
export const countRow = (tally: Tally, { did, amount = 0, codes, unmapped, reasons, warnings }: RowCount): void => {
  const accepted = did === 'rejected' ? 0 : 1;
  tally.read += 1;
  tally[did] += 1;
  tally.accepted += accepted;
  tally.sum += amount;
  tally.sumAccepted += accepted * amount;
  for (const [column, code] of Object.entries(codes)) {
    addCode(inner(tally.codes, column), code, { read: 1, accepted, sum: amount, sumAccepted: accepted * amount });
  }
  for (const { list, code } of unmapped) raise(inner(tally.unmapped, list), code);
  for (const reason of new Set(reasons)) raise(tally.reasons, reason);
  for (const warning of new Set(warnings)) raise(tally.warnings, warning);
};

/** Adds up tallies of parts. */
export const addTallies = (tallies: readonly Tally[]): Tally => {
  const all = noTally();
  for (const one of tallies) {
    for (const name of [
      'read',
      'accepted',
      'rejected',
      'created',
      'changed',
      'unchanged',
      'sum',
      'sumAccepted',
    ] as const) {
      all[name] += one[name];
    }
    for (const [column, codes] of Object.entries(one.codes)) {
      for (const [code, counts] of Object.entries(codes)) addCode(inner(all.codes, column), code, counts);
    }
    for (const [list, codes] of Object.entries(one.unmapped)) {
      for (const [code, times] of Object.entries(codes)) raise(inner(all.unmapped, list), code, times);
    }
    for (const [reason, times] of Object.entries(one.reasons)) raise(all.reasons, reason, times);
    for (const [warning, times] of Object.entries(one.warnings)) raise(all.warnings, warning, times);
  }
  return all;
};
