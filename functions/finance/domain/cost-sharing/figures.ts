import * as z from 'zod';
import {
  divideHalfEven,
  EXACT_DECIMALS,
  type Exact,
  exactText,
  parseExact,
} from '../../../../layers/kernel/money/exact.ts';

const name = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'A name is small letters, digits and hyphens.');

/** What a member reports of itself: nothing below zero, three decimals at most (12.5 full-time equivalents), money in minor units. */
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
 * What a cost-sharing formula may know of a member: its figures by name and year (population, students, items, loans, branches;
 * money in minor units), what is true of it (its class too: `institute`), what it opted into, when it joined (its first year, and
 * the month where that matters), and its fee of the year before (minor units), where no adopted scenario says it.
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

/** How old the newest value may be, in years before the fee's own, unless a formula says otherwise: surveys of libraries come out two years late. */
export const USUAL_AGE = 3;

/** How a formula reads a figure: which years of it, what is free, and beyond what it counts no more. */
export const figureSchema = z.strictObject({
  figure: name,
  /** The newest year known, the average of the `years` calendar years that end with it, or the smaller of the two. */
  take: z.enum(['last', 'average', 'least-of-last-and-average']).default('last'),
  years: z.int().min(1).max(10).default(1),
  /** So many years before the fee's own end what is read: 1 where a fee of 2027 rests on figures of 2026 and before. */
  yearsBefore: z.int().min(0).max(10).exactOptional(),
  /** How many years older than that the newest value may be; 3 unless said. Older ones are refused. */
  maxAge: z.int().min(0).max(50).exactOptional(),
  /** So much is not counted: the first 3,000 patrons. */
  lessFirst: figureValueSchema.default(0),
  atMost: figureValueSchema.exactOptional(),
});
export type FigureReading = z.infer<typeof figureSchema>;

/** A name as formulas write it, of a figure, a flag or an offer. */
export const formulaNameSchema = name;

const exactly = (value: number): Exact => parseExact(String(value));
/** The smaller of two. */
export const least = (one: Exact, other: Exact): Exact => (one < other ? one : other);

type Known = { year: number; value: Exact };

/** What a member has reported of a figure up to the year that the reading ends with, the newest first. */
const knownOf = (
  { figures }: Pick<MemberFigures, 'figures'>,
  { figure, yearsBefore = 0 }: FigureReading,
  year: number,
): Known[] =>
  Object.entries(Object.hasOwn(figures, figure) ? (figures[figure] ?? {}) : {})
    .map(([of, value]) => ({ year: Number(of), value: exactly(value) }))
    .filter((known) => known.year <= year - yearsBefore)
    .toSorted((one, other) => other.year - one.year);

/** The year of a member's newest value where that is too old to be read for a fee of the year; undefined where it is not, or there is none. */
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
 * A member's figure as the formula reads it for a year: values of that year and before it count, as far as the newest is not
 * older than agreed. An average is over those of the calendar years up to the newest that are known, rounded half to even at
 * 1e-12: a value of long ago is no part of five years. Undefined where nothing can be read: nobody is taken for zero.
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

/** A product of two Exacts, rounded half to even at 1e-12. */
export const product = (one: Exact, other: Exact): Exact => divideHalfEven(one * other, 10n ** BigInt(EXACT_DECIMALS));

/** A figure as it is shown: without the zeros at its end. */
export const figureText = (value: Exact): string => exactText(value).replace(/\.?0+$/, '');
