import * as z from 'zod';
import { parseExact } from '../../../../layers/kernel/money/exact.ts';
import {
  type FigureReading,
  figureSchema,
  figureValueSchema,
  formulaNameSchema,
  type MemberFigures,
  readFigure,
} from './figures.ts';
import { firstYear } from './membership.ts';
import type { Reckoning } from './reckoning.ts';

const year = z.int().min(1800).max(2200);
const flags = z.array(formulaNameSchema).min(1).max(20);

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
    figure: z
      .strictObject({
        ...figureSchema.shape,
        above: figureValueSchema.exactOptional(),
        upTo: figureValueSchema.exactOptional(),
      })
      .refine(({ above, upTo }) => above !== undefined || upTo !== undefined, 'Above what, or up to what.')
      .exactOptional(),
  })
  .refine((when) => Object.keys(when).length > 0, 'A condition says something.')
  .meta({ id: 'FormulaCondition' });
export type When = z.infer<typeof whenSchema>;

/** Returns the figures needed to evaluate a condition. */
export const readingsOfWhen = (when: When | undefined): FigureReading[] => (when?.figure ? [when.figure] : []);

const withinFigure = ({ figure }: When, member: MemberFigures, of: number): boolean => {
  if (figure === undefined) return true;
  const value = readFigure(member, figure, of);
  // Unreadable figures were refused before the calculation.
  if (value === undefined) return false;
  const { above, upTo } = figure;
  return (
    (above === undefined || value > parseExact(String(above))) &&
    (upTo === undefined || value <= parseExact(String(upTo)))
  );
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
    withinFigure(when, member, given.year)
  );
};
