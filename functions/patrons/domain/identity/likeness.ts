import { nameKey, type Person } from './person.ts';

/** The reasons why two records may be of one person. */
export const likenessReasons = ['name-and-birth-date', 'e-mail', 'phone'] as const;
export type LikenessReason = (typeof likenessReasons)[number];

/** The compared data of a person: a reason, and a text that is equal when two are alike. */
export type Likeness = { reason: LikenessReason; text: string };

// The family name is entered in either position, so the order of the words does not count.
const normalizedName = (name: Person['name']): string =>
  nameKey(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .toSorted()
    .join(' ');

/** The fewest digits without the country prefix or the trunk zero, which may be omitted. */
const FEWEST_DIGITS = 6;
const MOST_DIGITS = 9;

/** Returns the data by which a person is recognised: name and birth date together, e-mail, phone; unknown values are left out. */
export const likenessesOf = ({ name, birthDate, email, phones = [] }: Person): Likeness[] => {
  const numbers = phones.map(({ number }) => number.replaceAll(/\D/gu, '').slice(-MOST_DIGITS));
  return [
    ...(birthDate === undefined
      ? []
      : [{ reason: 'name-and-birth-date' as const, text: `${normalizedName(name)} ${birthDate}` }]),
    ...(email === undefined ? [] : [{ reason: 'e-mail' as const, text: email.trim().toLowerCase() }]),
    ...[...new Set(numbers)]
      .filter((digits) => digits.length >= FEWEST_DIGITS)
      .map((text) => ({ reason: 'phone' as const, text })),
  ];
};

/** Returns the likenesses of a person as keys: two persons who share one may be the same. */
export const likenessKeys = (person: Person): string[] =>
  likenessesOf(person).map(({ reason, text }) => `${reason} ${text}`);

/**
 * Returns why two may be one person, strongest first; empty when they are not. Families share an address and a phone: people with different
 * known birth dates are two.
 */
export const alike = (one: Person, other: Person): LikenessReason[] => {
  const differ = one.birthDate !== undefined && other.birthDate !== undefined && one.birthDate !== other.birthDate;
  if (differ) return [];
  const others = new Set(likenessKeys(other));
  const shared = likenessesOf(one).filter(({ reason, text }) => others.has(`${reason} ${text}`));
  return [...new Set(shared.map(({ reason }) => reason))];
};

/** Returns the survivor of a merge as a person: adds the other's values where its own are unknown, and overwrites nothing. */
export const completed = (survivor: Person, other: Person): Person => ({ ...other, ...survivor });
