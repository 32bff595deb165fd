import * as z from 'zod';
import type { Tally } from './tally.ts';

const records = z.int().min(0).max(100_000_000);
const sum = z.int().min(-1_000_000_000_000).max(1_000_000_000_000);

/** The old system's totals of a file: the number of rows, the sum of amounts (minor units), and the same by code. */
export const controlTotalsSchema = z.strictObject({
  records,
  sum: sum.optional(),
  /** By column, then by the member's own code. */
  codes: z
    .record(
      z.string().max(40),
      z.record(z.string().max(100), z.strictObject({ records: records.optional(), sum: sum.optional() })),
    )
    .optional(),
});
export type ControlTotals = z.infer<typeof controlTotalsSchema>;

/**
 * A comparison of one total: the old system's, the rows read, the rows accepted. They agree when all three are equal; `missing`
 * is what the file lacks, `rejected` what was read and not accepted; their sum is the whole difference.
 */
export const comparisonSchema = z.strictObject({
  of: z.enum(['records', 'sum']),
  column: z.string().optional(),
  code: z.string().optional(),
  theirs: z.int(),
  read: z.int(),
  accepted: z.int(),
  missing: z.int(),
  rejected: z.int(),
  agrees: z.boolean(),
});
export type Comparison = z.infer<typeof comparisonSchema>;

const compared = (
  of: Comparison['of'],
  theirs: number | undefined,
  read: number,
  accepted: number,
  where: Pick<Comparison, 'column' | 'code'> = {},
): Comparison[] => {
  if (theirs === undefined) return [];
  const [missing, rejected] = [theirs - read, read - accepted];
  return [{ of, ...where, theirs, read, accepted, missing, rejected, agrees: missing === 0 && rejected === 0 }];
};

/** Compares each of the old system's totals with the tally of a file. */
export const compareTotals = (control: ControlTotals, tally: Tally): Comparison[] => [
  ...compared('records', control.records, tally.read, tally.accepted),
  ...compared('sum', control.sum, tally.sum, tally.sumAccepted),
  ...Object.entries(control.codes ?? {}).flatMap(([column, codes]) =>
    Object.entries(codes).flatMap(([code, theirs]) => {
      const counted = tally.codes[column];
      const ours = counted !== undefined && Object.hasOwn(counted, code) ? counted[code] : undefined;
      const { read = 0, accepted = 0, sum: of = 0, sumAccepted = 0 } = ours ?? {};
      return [
        ...compared('records', theirs.records, read, accepted, { column, code }),
        ...compared('sum', theirs.sum, of, sumAccepted, { column, code }),
      ];
    }),
  ),
];
