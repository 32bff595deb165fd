import * as z from 'zod';
import { oneLine, someLines } from '../../../layers/kernel/text/typed-text.ts';

const line = oneLine(200);

/** A patron's name, as written in the patron's own language. Many people have only one: then it is the family name. */
export const personNameSchema = z.strictObject({ family: line, given: line.optional() });

/** The data that identifies a patron as a person, stored in one item that can be erased permanently. Dates are calendar dates. */
export const personSchema = z.strictObject({
  name: personNameSchema,
  birthDate: z.iso.date().optional(),
  email: z.email().max(254).optional(),
  phone: oneLine(40, 3).optional(),
  address: someLines(500).optional(),
  /** The language of notices (ISO 639-2/B, as catalogue records have it). */
  language: z
    .string()
    .regex(/^[a-z]{3}$/)
    .optional(),
});
export type Person = z.infer<typeof personSchema>;

// A sort key has at most 1,024 bytes, including the id after the name; a folded letter takes at most three.
const LONGEST_KEY = 250;

/** Returns a name for sorting and prefix search: family, then given; without accents, capitals, double blanks and `#` `%`. */
export const nameKey = ({ family, given }: Person['name']): string =>
  `${family}${given === undefined ? '' : `, ${given}`}`
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[\s#%]+/gu, ' ')
    .slice(0, LONGEST_KEY)
    .trim();

/** Returns a typed prefix of a name in the same form. */
export const namePrefix = (typed: string): string => nameKey({ family: typed });

/** Returns whether somebody born on a date is a minor (under 18) on another; false when the birth date is unknown. */
export const isMinorOn = (birthDate: string | undefined, day: string): boolean => {
  if (birthDate === undefined) return false;
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return (day.slice(5) < birthDate.slice(5) ? years - 1 : years) < 18;
};

/** Returns whether a patron is a minor on a date: by the birth date and, when that is unknown, by what was recorded. */
export const isStillMinor = (
  { minor }: { minor: boolean },
  { birthDate }: Pick<Person, 'birthDate'>,
  day: string,
): boolean => (birthDate === undefined ? minor : isMinorOn(birthDate, day));

/** Returns a name in spoken order: given, then family. */
export const fullName = ({ family, given }: Person['name']): string =>
  given === undefined ? family : `${given} ${family}`;
