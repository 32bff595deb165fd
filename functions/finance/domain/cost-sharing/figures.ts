import * as z from 'zod';
import {
  divideHalfEven,
  EXACT_DECIMALS,
  type Exact,
  exactText,
  parseExact,
} from '../../../../layers/kernel/money/exact.ts';

const name = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'A name is small letters, digits and hyphens.');

/** A reported figure of a member: not negative, three decimals at most (12.5 full-time equivalents), money in minor units. */
export const figureValueSchema = z
  .number()
  .min(0)
  .max(1e12)
  .refine((value) => /^\d+(?:\.\d{1,3})?$/.test(String(value)), 'A figure has three decimals at most.');

const atMost =
  (most: number) =>
  (record: object): boolean =>
    Object.keys(record).length <= most;

/**
 * The data of a member for cost-sharing formulas: its figures by name and year (population, students, items, loans, branches; money in
 * minor units), its flags (including its class: `institute`), its opt-ins, when it joined (its first year, and the month if relevant),
 * and its fee of the previous year (minor units) when no adopted scenario gives it.
 */
export const memberFiguresSchema = z.strictObject({
  memberId: z.string().min(1).max(64),
  joined: z.int().min(1800).max(2200).exactOptional(),
  joinedMonth: z.int().min(1).max(12).exactOptional(),
  figures: z
    .record(name, z.record(z.string().regex(/^\d{4}$/), figureValueSchema).refine(atMost(30), 'At most 30 years.'))
    .refine(atMost(60), 'At most 60 figures.'),
  flags: z.array(name).max(50).default([]),
  optedInto: z.array(name).max(100).default([]),
  feeBefore: z.int().min(0).max(1e12).exactOptional(),
});
export type MemberFigures = z.infer<typeof memberFiguresSchema>;

/** The default maximum age of the newest value, in years before the fee's own: library surveys are published two years late. */
export const USUAL_AGE = 3;

/** How a formula reads a figure: the years, the free part, and the maximum that counts. */
export const figureSchema = z.strictObject({
  figure: name,
  /** The newest known year, the average of the `years` calendar years up to it, or the smaller of the two. */
  take: z.enum(['last', 'average', 'least-of-last-and-average']).default('last'),
  years: z.int().min(1).max(10).default(1),
  /** How many years before the fee's own the values end: 1 when a fee of 2027 depends on figures of 2026 and before. */
  yearsBefore: z.int().min(0).max(10).exactOptional(),
  /** How many years older the newest value may be; default 3. Older ones are refused. */
  maxAge: z.int().min(0).max(50).exactOptional(),
  /** The free part: the first 3,000 patrons. */
  lessFirst: figureValueSchema.default(0),
  atMost: figureValueSchema.exactOptional(),
});
export type FigureReading = z.infer<typeof figureSchema>;

/** The name of a figure, a flag or an offer in formulas. */
export const formulaNameSchema = name;

const exactly = (value: number): Exact => parseExact(String(value));
/** Returns the smaller of two. */
export const least = (one: Exact, other: Exact): Exact => (one < other ? one : other);

type Known = { year: number; value: Exact };

/** Returns a member's reported values of a figure up to the last year of the reading, the newest first. */
const knownOf = (
  { figures }: Pick<MemberFigures, 'figures'>,
  { figure, yearsBefore = 0 }: FigureReading,
  year: number,
): Known[] =>
  Object.entries(Object.hasOwn(figures, figure) ? (figures[figure] ?? {}) : {})
    .map(([of, value]) => ({ year: Number(of), value: exactly(value) }))
    .filter((known) => known.year <= year - yearsBefore)
    .toSorted((one, other) => other.year - one.year);

/** Returns the year of a member's newest value when it is too old for a fee of the year; undefined when it is not, or there is none. */
export const tooOldYear = (
  member: Pick<MemberFigures, 'figures'>,
  reading: FigureReading,
  year: number,
): number | undefined => {
  const { yearsBefore = 0, maxAge = USUAL_AGE } = reading;
  const newest = knownOf(member, reading, year)[0]?.year;
  return newest !== undefined && newest < year - yearsBefore - maxAge ? newest : undefined;
};

/**
 * Returns a member's figure for a fee of a year: values of the reading's last year and before count, if the newest is not too old. An
 * average covers the known ones of the calendar years up to the newest, rounded half to even at 1e-12: older values are not included.
 * Undefined when nothing can be read: it is never taken as zero.
 */
export const readFigure = (
  member: Pick<MemberFigures, 'figures'>,
  reading: FigureReading,
  year: number,
): Exact | undefined => {
  const { take, years, lessFirst, atMost: most } = reading;
  const known = knownOf(member, reading, year);
  const [last] = known;
  if (last === undefined || tooOldYear(member, reading, year) !== undefined) return undefined;
  const window = known.filter((one) => one.year > last.year - years);
  const average = divideHalfEven(
    window.reduce((sum, { value }) => sum + value, 0n),
    BigInt(window.length),
  );
  const read = { last: last.value, average, 'least-of-last-and-average': least(last.value, average) }[take];
  const counted = read - exactly(lessFirst);
  const positive = counted > 0n ? counted : 0n;
  return most === undefined ? positive : least(positive, exactly(most));
};

/** Returns the product of two Exacts, rounded half to even at 1e-12. */
export const product = (one: Exact, other: Exact): Exact => divideHalfEven(one * other, 10n ** BigInt(EXACT_DECIMALS));

/** Returns a figure for display: without trailing zeros. */
export const figureText = (value: Exact): string => exactText(value).replace(/\.?0+$/, '');
