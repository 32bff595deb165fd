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
  take: z.enum(['last', 'average', 'least-of-last-and-average']).default('last').meta({ id: 'FigureYears' }),
  years: z.int().min(1).max(10).default(1),
  /** How many years before the fee's own the values end: 1 when a fee of 2027 depends on figures of 2026 and before. */
  yearsBefore: z.int().min(0).max(10).exactOptional(),
  /** How many years older the newest value may be; default 3. Older ones are refused. */
  maxAge: z.int().min(0).max(50).exactOptional(),
  /** The free part: the first 3,000 patrons. */
  lessFirst: figureValueSchema.default(0),
  atMost: figureValueSchema.exactOptional(),
  /** What is counted is divided by this number, or by this figure of the member, read in the same years (items for each resident). */
  dividedBy: z
    .union([figureValueSchema.refine((value) => value > 0, 'Nothing is divided by zero.'), name])
    .meta({ id: 'FigureDivisor' })
    .exactOptional(),
  /** The result is rounded to a multiple of `to`: each begun thousand of residents is divided by 1,000 and rounded up to 1. */
  rounded: z
    .strictObject({
      to: figureValueSchema.refine((value) => value > 0, 'A multiple is above zero.'),
      mode: z.enum(['nearest', 'up', 'down']),
    })
    .exactOptional(),
});
export type FigureReading = z.infer<typeof figureSchema>;

/** The name of a figure, a flag or an offer in formulas. */
export const formulaNameSchema = name;

const exactly = (value: number): Exact => parseExact(String(value));
/** Returns the smaller of two. */
export const least = (one: Exact, other: Exact): Exact => (one < other ? one : other);

const ONE = exactly(1);
type ReportedOf = Pick<MemberFigures, 'figures'>;
type Known = { year: number; value: Exact };

/** Returns a member's reported values of a figure up to the last year of the reading, the newest first. */
const knownOf = ({ figures }: ReportedOf, { figure, yearsBefore = 0 }: FigureReading, year: number): Known[] =>
  Object.entries(Object.hasOwn(figures, figure) ? (figures[figure] ?? {}) : {})
    .map(([of, value]) => ({ year: Number(of), value: exactly(value) }))
    .filter((known) => known.year <= year - yearsBefore)
    .toSorted((one, other) => other.year - one.year);

/** Returns how the figure is read by which another is divided; undefined when it is divided by a number or not at all. */
export const divisorReading = ({
  dividedBy,
  take,
  years,
  yearsBefore,
  maxAge,
}: FigureReading): FigureReading | undefined =>
  typeof dividedBy !== 'string'
    ? undefined
    : {
        ...{ figure: dividedBy, take, years, lessFirst: 0 },
        ...(yearsBefore !== undefined && { yearsBefore }),
        ...(maxAge !== undefined && { maxAge }),
      };

/** Returns the year of a member's newest value when it is too old for a fee of the year; undefined when it is not, or there is none. */
export const tooOldYear = (member: ReportedOf, reading: FigureReading, year: number): number | undefined => {
  const { yearsBefore = 0, maxAge = USUAL_AGE } = reading;
  const newest = knownOf(member, reading, year)[0]?.year;
  return newest !== undefined && newest < year - yearsBefore - maxAge ? newest : undefined;
};

/** Returns the reported value that counts, before it is divided and rounded; undefined when nothing can be read. */
const countedValue = (member: ReportedOf, reading: FigureReading, year: number): Exact | undefined => {
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

/** Returns whether a member has reported a figure in time, whatever it is divided by. */
export const isReported = (member: ReportedOf, reading: FigureReading, year: number): boolean =>
  countedValue(member, reading, year) !== undefined;

/** Rounds to a multiple of a step; halves go up. */
export const toMultiple = (value: Exact, step: Exact, mode: 'nearest' | 'up' | 'down'): Exact => {
  const over = ((value % step) + step) % step;
  if (over === 0n || mode === 'down') return value - over;
  return mode === 'up' || over * 2n >= step ? value - over + step : value - over;
};

/**
 * Returns a member's figure for a fee of a year: values of the reading's last year and before count, if the newest is not too old. An
 * average covers the known ones of the calendar years up to the newest, rounded half to even at 1e-12: older values are not included.
 * The free part is subtracted and the maximum applied before it is divided, half to even at 1e-12, and rounded last. Undefined when
 * nothing can be read, or it would be divided by zero: it is never taken as zero.
 */
export const readFigure = (member: ReportedOf, reading: FigureReading, year: number): Exact | undefined => {
  const { dividedBy = 1, rounded } = reading;
  const counted = countedValue(member, reading, year);
  const by = divisorReading(reading);
  const divisor = by ? countedValue(member, by, year) : exactly(Number(dividedBy));
  if (counted === undefined || !divisor) return undefined;
  const quotient = divideHalfEven(counted * ONE, divisor);
  return rounded ? toMultiple(quotient, exactly(rounded.to), rounded.mode) : quotient;
};

/** Returns how a figure was divided and rounded, for a reader who recalculates it; undefined when it was neither. */
export const readingText = (member: ReportedOf, reading: FigureReading, year: number): string | undefined => {
  const { dividedBy, rounded } = reading;
  if (dividedBy === undefined && rounded === undefined) return undefined;
  const by = divisorReading(reading);
  const divisor = by ? `${figureText(countedValue(member, by, year) ?? 0n)} ${by.figure}` : dividedBy;
  const counted = figureText(countedValue(member, reading, year) ?? 0n);
  return [
    divisor === undefined ? counted : `${counted} / ${divisor}`,
    ...(rounded
      ? [`${rounded.mode === 'nearest' ? 'to the nearest' : `${rounded.mode} to a multiple of`} ${rounded.to}`]
      : []),
  ].join(', ');
};

/** Returns the product of two Exacts, rounded half to even at 1e-12. */
export const product = (one: Exact, other: Exact): Exact => divideHalfEven(one * other, 10n ** BigInt(EXACT_DECIMALS));

/** Returns a figure for display: without trailing zeros. */
export const figureText = (value: Exact): string => exactText(value).replace(/\.?0+$/, '');
