import * as z from 'zod';

const line = z.string().trim().min(1).max(200);

/** A patron's name, as it is written in the patron's own language. Many people have only one: then it is the family name. */
export const personNameSchema = z.strictObject({ family: line, given: line.optional() });

/** What identifies a patron as a person, kept in one item that can be erased for good. Dates are calendar days. */
export const personSchema = z.strictObject({
  name: personNameSchema,
  birthDate: z.iso.date().optional(),
  email: z.email().max(254).optional(),
  phone: z.string().trim().min(3).max(40).optional(),
  address: z.string().trim().min(1).max(500).optional(),
  /** The language of notices (ISO 639-2/B, as catalogue records have it). */
  language: z
    .string()
    .regex(/^[a-z]{3}$/)
    .optional(),
});
export type Person = z.infer<typeof personSchema>;

// A sort key holds 1,024 bytes, the id behind the name included; a folded letter takes at most three.
const LONGEST_KEY = 250;

/** A name as it is sorted and searched by prefix: family, then given; without accents, capitals, double blanks and `#` `%`. */
export const nameKey = ({ family, given }: Person['name']): string =>
  `${family}${given === undefined ? '' : `, ${given}`}`
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[\s#%]+/gu, ' ')
    .slice(0, LONGEST_KEY)
    .trim();

/** What somebody types to find a name, in the same form. */
export const namePrefix = (typed: string): string => nameKey({ family: typed });

/** Whether somebody born on a day is under age (18) on another; somebody whose birth date is not known is not. */
export const isMinorOn = (birthDate: string | undefined, day: string): boolean => {
  if (birthDate === undefined) return false;
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return (day.slice(5) < birthDate.slice(5) ? years - 1 : years) < 18;
};

/** Whether a patron is under age on a day: the birth date decides, and where none is known what was noted once. */
export const isStillMinor = (
  { minor }: { minor: boolean },
  { birthDate }: Pick<Person, 'birthDate'>,
  day: string,
): boolean => (birthDate === undefined ? minor : isMinorOn(birthDate, day));

/** A name as it is spoken: given, then family. */
export const fullName = ({ family, given }: Person['name']): string =>
  given === undefined ? family : `${given} ${family}`;
