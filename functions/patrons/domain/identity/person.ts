import * as z from 'zod';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';

const line = oneLine(200);

/** A patron's name, as written in the patron's own language. Many people have only one: then it is the family name. */
export const personNameSchema = z.strictObject({ family: line, given: line.optional() });

/** The kind of a phone number. */
export const phoneLabels = ['mobile', 'home', 'work', 'other'] as const;
const phoneSchema = z.strictObject({ number: oneLine(40, 3), label: z.enum(phoneLabels) });
export const phonesSchema = z.array(phoneSchema).max(2);

/** A postal address in parts. The country (ISO 3166-1 alpha-2) is given for an address abroad. */
export const addressSchema = z.strictObject({
  /** Street and number, or other lines above the town. */
  lines: z.array(line).min(1).max(4),
  locality: oneLine(100).optional(),
  region: oneLine(100).optional(),
  postalCode: oneLine(20).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
});
export type Address = z.infer<typeof addressSchema>;

/** The data that identifies a patron as a person, stored in one item that can be erased permanently. Dates are calendar dates. */
export const personSchema = z.strictObject({
  /** The legal name, as on identity papers. */
  name: personNameSchema,
  /** The name that the patron uses. It is shown instead of the legal name, except where identity is checked. */
  usedName: personNameSchema.optional(),
  birthDate: z.iso.date().optional(),
  email: z.email().max(254).optional(),
  phones: phonesSchema.min(1).optional(),
  address: addressSchema.optional(),
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

/** Returns the name by which a patron is called and shown: the used name, or the legal one. */
export const shownName = ({ usedName, name }: Pick<Person, 'usedName' | 'name'>): Person['name'] => usedName ?? name;

/** Returns whether a family name, as somebody typed it, is a person's legal or used one. */
export const bearsFamilyName = ({ name, usedName }: Pick<Person, 'usedName' | 'name'>, typed: string): boolean =>
  [name, usedName].some((one) => one !== undefined && nameKey({ family: one.family }) === namePrefix(typed));

/**
 * Returns an address as the lines of an envelope. With a region the town's line reads “Riverton, NY 12345”, else “10115 Berlin”, which is
 * how most countries of either kind write it; a country is the last line, by its English name in capitals, as the post abroad asks.
 */
export const postalLines = ({ lines, locality, region, postalCode, country }: Address): string[] => {
  const town =
    region === undefined
      ? [postalCode, locality].filter(Boolean).join(' ')
      : [locality, [region, postalCode].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  const abroad = country && (new Intl.DisplayNames('en', { type: 'region' }).of(country) ?? country).toUpperCase();
  return [...lines, town, abroad ?? ''].filter((one) => one !== '');
};

/** Returns a name in spoken order: given, then family. */
export const fullName = ({ family, given }: Person['name']): string =>
  given === undefined ? family : `${given} ${family}`;
