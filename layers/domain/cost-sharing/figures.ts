import * as z from 'zod';
import { divideHalfEven, EXACT_DECIMALS, type Exact, exactText, parseExact } from '../money/exact.ts';

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
 * money in minor units), what is true of it, what it opted into, its first year of membership, and its fee of the year before
 * (minor units).
 */
export const memberFiguresSchema = z.strictObject({
  memberId: z.string().min(1).max(64),
  joined: z.int().min(1800).max(2200).exactOptional(),
  figures: z
    .record(name, z.record(z.string().regex(/^\d{4}$/), figureValueSchema).refine(atMost(30), 'At most 30 years.'))
    .refine(atMost(60), 'At most 60 figures.'),
  flags: z.array(name).max(50).default([]),
  optedInto: z.array(name).max(100).default([]),
  feeBefore: z.int().min(0).max(1e12).exactOptional(),
});
export type MemberFigures = z.infer<typeof memberFiguresSchema>;

/** How a formula reads a figure: which years of it, what is free, and beyond what it counts no more. */
export const figureSchema = z.strictObject({
  figure: name,
  /** The newest year known, the average of the newest `years`, or the smaller of the two. */
  take: z.enum(['last', 'average', 'least-of-last-and-average']).default('last'),
  years: z.int().min(1).max(10).default(1),
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

/**
 * A member's figure as the formula reads it for a year: values of that year and before it count. An average is over the years
 * that are known, rounded half to even at 1e-12. Undefined where the member has reported none: nobody is taken for zero.
 */
export const readFigure = (
  { figures }: Pick<MemberFigures, 'figures'>,
  { figure, take, years, lessFirst, atMost }: FigureReading,
  year: number,
): Exact | undefined => {
  const known = Object.entries(Object.hasOwn(figures, figure) ? (figures[figure] ?? {}) : {})
    .filter(([of]) => Number(of) <= year)
    .toSorted(([one], [other]) => Number(other) - Number(one))
    .map(([, value]) => exactly(value));
  const [last] = known;
  if (last === undefined) return undefined;
  const recent = known.slice(0, years);
  const average = divideHalfEven(
    recent.reduce((sum, value) => sum + value, 0n),
    BigInt(recent.length),
  );
  const read = { last, average, 'least-of-last-and-average': least(last, average) }[take];
  const counted = read - exactly(lessFirst);
  const positive = counted > 0n ? counted : 0n;
  return atMost === undefined ? positive : least(positive, exactly(atMost));
};

/** A product of two Exacts, rounded half to even at 1e-12. */
export const product = (one: Exact, other: Exact): Exact => divideHalfEven(one * other, 10n ** BigInt(EXACT_DECIMALS));

/** A figure as it is shown: without the zeros at its end. */
export const figureText = (value: Exact): string => exactText(value).replace(/\.?0+$/, '');
