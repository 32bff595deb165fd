import { nameKey, type Person } from './person.ts';

/** Why two records may be of one person. */
export const likenessReasons = ['name-and-birth-date', 'e-mail', 'phone'] as const;
export type LikenessReason = (typeof likenessReasons)[number];

/** What of a person is compared: a reason, and the text that is equal where two are alike. */
export type Likeness = { reason: LikenessReason; text: string };

// Which part of a name is the family's is entered both ways, so that the order of its words does not count.
const normalizedName = (name: Person['name']): string =>
  nameKey(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .toSorted()
    .join(' ');

/** Digits without the country's prefix or the trunk's zero, which are written or not. */
const FEWEST_DIGITS = 6;
const MOST_DIGITS = 9;

/** What a person is found again by: name and birth date together, e-mail, phone; what is not known is left out. */
export const likenessesOf = ({ name, birthDate, email, phone }: Person): Likeness[] => {
  const digits = (phone ?? '').replaceAll(/\D/gu, '').slice(-MOST_DIGITS);
  return [
    ...(birthDate === undefined
      ? []
      : [{ reason: 'name-and-birth-date' as const, text: `${normalizedName(name)} ${birthDate}` }]),
    ...(email === undefined ? [] : [{ reason: 'e-mail' as const, text: email.trim().toLowerCase() }]),
    ...(digits.length < FEWEST_DIGITS ? [] : [{ reason: 'phone' as const, text: digits }]),
  ];
};

/** The likenesses of a person as texts that tell them apart: two persons who share one may be one. */
export const likenessKeys = (person: Person): string[] =>
  likenessesOf(person).map(({ reason, text }) => `${reason} ${text}`);

/**
 * Why two may be one person, strongest first; nothing when they are not. Families share an address and a phone: people whose
 * birth dates are known and differ are two.
 */
export const alike = (one: Person, other: Person): LikenessReason[] => {
  const differ = one.birthDate !== undefined && other.birthDate !== undefined && one.birthDate !== other.birthDate;
  if (differ) return [];
  const texts = new Map(likenessesOf(other).map(({ reason, text }) => [reason, text]));
  return likenessesOf(one).flatMap(({ reason, text }) => (texts.get(reason) === text ? [reason] : []));
};

/** The survivor of a merge as a person: what was not known of them and is of the other is taken over; nothing is overwritten. */
export const completed = (survivor: Person, other: Person): Person => ({ ...other, ...survivor });
