import * as z from 'zod';
import { parseExact } from '../../../../layers/kernel/money/exact.ts';
import { figureSchema, figureValueSchema, formulaNameSchema, type MemberFigures, readFigure } from './figures.ts';
import { firstYear } from './membership.ts';
import type { Reckoning } from './reckoning.ts';

const year = z.int().min(1800).max(2200);
const flags = z.array(formulaNameSchema).min(1).max(20);

/** A figure above a bound, or up to one. */
const boundedFigure = z
  .strictObject({
    ...figureSchema.shape,
    above: figureValueSchema.exactOptional(),
    upTo: figureValueSchema.exactOptional(),
  })
  .refine(({ above, upTo }) => above !== undefined || upTo !== undefined, 'Above what, or up to what.')
  .meta({ id: 'BoundedFigure' });
type BoundedFigure = z.infer<typeof boundedFigure>;

/**
 * The members that a part or a guard applies to: all conditions must hold. Flags give a member's class or status; a member without a
 * joining year has always been one, so it never joined from a year on.
 */
export const whenSchema = z
  .strictObject({
    /** All of these flags are set (Jisc: research institutes are banded by staff, universities by income). */
    flags: flags.exactOptional(),
    /** None of these flags is set. */
    notFlags: flags.exactOptional(),
    /** Joined in this fee year or later (Evergreen Indiana: joiners from 2024 on), or in this one or before it. */
    joinedFrom: year.exactOptional(),
    joinedTo: year.exactOptional(),
    /** A figure above a bound, or up to one (NOBLE: small libraries). */
    figure: boundedFigure.exactOptional(),
    /** Several figures within their bounds: all of them (few residents and few items), or at least one. */
    figures: z.strictObject({ hold: z.enum(['all', 'any']), of: z.array(boundedFigure).min(2).max(5) }).exactOptional(),
  })
  .refine((when) => Object.keys(when).length > 0, 'A condition says something.')
  .meta({ id: 'FormulaCondition' });
export type When = z.infer<typeof whenSchema>;

/** Returns the figures with bounds of a condition, which are also those needed to evaluate it. */
export const readingsOfWhen = (when: When | undefined): BoundedFigure[] => [
  ...(when?.figure ? [when.figure] : []),
  ...(when?.figures?.of ?? []),
];

const isWithin = (member: MemberFigures, of: number, figure: BoundedFigure): boolean => {
  const value = readFigure(member, figure, of);
  // Unreadable figures were refused before the calculation.
  if (value === undefined) return false;
  const { above, upTo } = figure;
  return (
    (above === undefined || value > parseExact(String(above))) &&
    (upTo === undefined || value <= parseExact(String(upTo)))
  );
};

const withinFigures = ({ figure, figures }: When, member: MemberFigures, of: number): boolean => {
  const within = (one: BoundedFigure): boolean => isWithin(member, of, one);
  if (figure !== undefined && !within(figure)) return false;
  if (figures === undefined) return true;
  return figures.hold === 'all' ? figures.of.every(within) : figures.of.some(within);
};

/** Returns whether a condition holds for a member in a fee year; without a condition, for all. */
export const holdsFor = (
  when: When | undefined,
  member: MemberFigures,
  given: Pick<Reckoning, 'year' | 'yearStartsIn'>,
): boolean => {
  if (when === undefined) return true;
  const { flags: all = [], notFlags: none = [], joinedFrom, joinedTo } = when;
  const joined = firstYear(member, given);
  return (
    all.every((flag) => member.flags.includes(flag)) &&
    !none.some((flag) => member.flags.includes(flag)) &&
    (joinedFrom === undefined || (joined !== undefined && joined >= joinedFrom)) &&
    (joinedTo === undefined || joined === undefined || joined <= joinedTo) &&
    withinFigures(when, member, given.year)
  );
};
