import { likenessKeys } from './likeness.ts';
import { namePrefix, type Person } from './person.ts';

/** The parsed search text for a patron: several interpretations may apply at once. */
export type PatronQuery = {
  /** Birth dates: two when month and day could be either. */
  birthDates: string[];
  /** A card number, and likenesses of an e-mail address or a phone number. */
  card?: string;
  /** The last digits of a card. */
  tail?: string;
  likenesses: string[];
  /** Parts of the name, folded, in the typed order. */
  parts: string[];
  /** True when the family name is marked by a comma. */
  isFamilyFirst: boolean;
};

const MOST_PARTS = 4;
const FEWEST_DIGITS = 6;
const isoDate = /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/;
const localDate = /\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b/;

const dayOf = (year = '', month = '', day = ''): string[] => {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text) ? [text] : [];
};

/** Returns the dates that a text may mean: ISO, or day and month in either order. */
const datesIn = (text: string): string[] => {
  const [iso, year, month, day] = isoDate.exec(text) ?? [];
  if (iso !== undefined) return dayOf(year, month, day);
  const [, one, other, localYear] = localDate.exec(text) ?? [];
  return [...new Set([...dayOf(localYear, one, other), ...dayOf(localYear, other, one)])];
};

const nobody = { name: { family: '-' } };

/** Returns what a search text means. */
export const patronQueryOf = (text: string): PatronQuery => {
  const none = { birthDates: [], likenesses: [], parts: [], isFamilyFirst: false };
  if (text.includes('@')) return { ...none, likenesses: likenessKeys({ ...nobody, email: text }) };
  const birthDates = datesIn(text);
  const rest = text.replace(isoDate, ' ').replace(localDate, ' ');
  const number = rest.replaceAll(/[\s()+./-]/g, '');
  if (/^\d+$/.test(number) && number.length >= FEWEST_DIGITS) {
    const phones = [{ number: rest, label: 'other' as const }];
    return { ...none, birthDates, card: number, likenesses: likenessKeys({ ...nobody, phones }) };
  }
  if (/^\d{4}$/.test(number)) return { ...none, birthDates, tail: number };
  const parts = namePrefix(rest.replaceAll(',', ' ')).split(' ').filter(Boolean).slice(0, MOST_PARTS);
  return { ...none, birthDates, parts, isFamilyFirst: rest.includes(',') };
};

/**
 * Returns the beginnings of “family, given” that parts of a name may mean: the parts as one family name, and each division of them into
 * family and given name in either order.
 */
export const nameBeginnings = ({ parts, isFamilyFirst }: PatronQuery): string[] => {
  const divided = parts.slice(1).flatMap((_, at) => {
    const [front, back] = [parts.slice(0, at + 1).join(' '), parts.slice(at + 1).join(' ')];
    return isFamilyFirst ? [`${front}, ${back}`] : [`${front}, ${back}`, `${back}, ${front}`];
  });
  return [parts.join(' '), ...divided];
};

const partsOf = (person: Person): string[] =>
  [person.name, person.usedName].flatMap((name) =>
    name === undefined ? [] : namePrefix(`${name.family} ${name.given ?? ''}`).split(/[^\p{L}\p{N}]+/u),
  );

/** Returns whether a person fits a query: each part begins a part of one of the names, and the birth date is one of those given. */
export const fitsQuery = (person: Person, { parts, birthDates }: PatronQuery): boolean => {
  const known = partsOf(person);
  const typed = parts.flatMap((part) => part.split(/[^\p{L}\p{N}]+/u)).filter(Boolean);
  const isBorn = birthDates.length === 0 || birthDates.includes(person.birthDate ?? '');
  return isBorn && typed.every((part) => known.some((one) => one.startsWith(part)));
};
