import type { Description } from '../../../../layers/protocols/marc/description.ts';
import type { Format } from '../../../../layers/protocols/marc/format.ts';
import type { Name, PersonParts } from '../../../../layers/protocols/marc/names.ts';
import { type CitedRole, citedRoles } from './cited-roles.ts';

/** A name as citations part it: a person's family and given name and "Jr.", or as one what has no such parts. */
export type CitedName = { family: string; given: string; suffix?: string } | { literal: string };

/** Who made a work, by what a citation calls them. Authors are who is cited first: of a film its directors, of music its composers. */
export type CitedNames = {
  authors: CitedName[];
  editors: CitedName[];
  translators: CitedName[];
  performers: CitedName[];
};

// Only as far as the last bracket that closes, and from where blanks begin: what has no end is not looked for again and again.
const withoutBracketed = (name: string): string => {
  const closed = name.lastIndexOf(')') + 1;
  return name.slice(0, closed).replace(/(?<!\s)\s*\([^)]*\)/g, '') + name.slice(closed);
};

const isSuffix = (text: string): boolean =>
  /^(?:[js]r\.?|junior|senior|[IVX]+|2nd|[34](?:rd|th)|fils|père)$/i.test(text);

const phrases = (text: string): string[] =>
  withoutBracketed(text)
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** A surname's titles ("Sir", "Mrs.") are no part of a name in a citation; "Jr." and "III" are. Dates behind the comma are not. */
const surnamed = ({ heading, titles }: PersonParts): CitedName => {
  const [family = '', given = '', ...more] = phrases(heading);
  if (given === '' || /\d/.test(given)) return { literal: family };
  const suffix = [...more, ...titles.flatMap(phrases)].find(isSuffix);
  return { family, given, ...(suffix === undefined ? {} : { suffix }) };
};

/** Entered under a forename, what follows tells the name from others: "Francis, Pope", "Thomas, Aquinas, Saint". */
const forenamed = ({ heading, titles }: PersonParts): CitedName => ({
  literal: [heading, ...titles].flatMap(phrases).join(', '),
});

/** "Nayak (Dynasty :" goes on in subfields that a citation leaves out. */
const ofFamily = ({ heading }: PersonParts): CitedName => {
  const isOpen = heading.lastIndexOf('(') > heading.lastIndexOf(')');
  return { literal: isOpen ? `${heading})` : heading };
};

const partedBy = { surname: surnamed, forename: forenamed, family: ofFamily };

const parted = (name: Name): CitedName => {
  const whole = { literal: name.name };
  if (name.kind !== 'person') return whole;
  const cited = partedBy[name.parts.enteredUnder](name.parts);
  return 'literal' in cited && cited.literal === '' ? whole : cited;
};

/** Whom a citation of the format puts first. */
const makers: Partial<Record<Format, readonly CitedRole[]>> = {
  score: ['composer'],
  'music-recording': ['composer'],
  video: ['director'],
  map: ['author', 'cartographer'],
  globe: ['author', 'cartographer'],
  image: ['author', 'artist'],
};

/** Names without a role are performers, arrangers, lyricists, actors there as often as makers: a citation would guess. */
const unsaidIsUnknown: ReadonlySet<Format> = new Set(['score', 'music-recording', 'spoken-recording', 'video']);

/**
 * Where a name belongs in a citation, if anywhere: who made the whole is no author of it by having written what it was made after.
 * MARC leaves the part of a co-author unsaid more often than not: a name without one is an author's, where the format lets it.
 */
const placeOf = (name: Name, format: Format): keyof CitedNames | undefined => {
  if (name.work === 'related') return undefined;
  if (name.roles.length === 0) {
    return unsaidIsUnknown.has(format) && name.work === undefined ? undefined : 'authors';
  }
  const roles = citedRoles(name.roles);
  if ((makers[format] ?? ['author', 'composer']).some((role) => roles.has(role))) return 'authors';
  if (roles.has('editor')) return 'editors';
  if (roles.has('translator')) return 'translators';
  return roles.has('performer') ? 'performers' : undefined;
};

/**
 * Parts a description's names for a citation: the main entry first, as an author unless it is said to have edited, translated or
 * performed. Left out is who did what citations do not tell: printers, sponsors, former owners, illustrators of books.
 */
export const citedNames = ({
  mainName,
  addedNames,
  format,
}: Pick<Description, 'mainName' | 'addedNames' | 'format'>): CitedNames => {
  const cited: CitedNames = { authors: [], editors: [], translators: [], performers: [] };
  if (mainName) cited[placeOf(mainName, format) ?? 'authors'].push(parted(mainName));
  for (const name of addedNames) {
    const place = placeOf(name, format);
    if (place !== undefined) cited[place].push(parted(name));
  }
  return cited;
};
