import type { Description } from '../../../../layers/protocols/marc/description.ts';
import type { Format } from '../../../../layers/protocols/marc/format.ts';
import type { Name, PersonParts } from '../../../../layers/protocols/marc/names.ts';
import { type CitedRole, citedRoles } from './cited-roles.ts';

/** The parts of a name in a citation: a person's family and given name and suffix ("Jr."), or a single literal. */
export type CitedName = { family: string; given: string; suffix?: string } | { literal: string };

/** The creators of a work by their role in a citation. Authors are cited first: the directors of a film, the composers of music. */
export type CitedNames = {
  authors: CitedName[];
  editors: CitedName[];
  translators: CitedName[];
  performers: CitedName[];
};

// Matches only up to the last closing bracket and from the start of blanks, so that unclosed brackets cause no repeated search.
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

/** Parses a name with a surname. Its titles ("Sir", "Mrs.") are not cited; "Jr." and "III" are. Dates after the comma are not. */
const surnamed = ({ heading, titles }: PersonParts): CitedName => {
  const [family = '', given = '', ...more] = phrases(heading);
  if (given === '' || /\d/.test(given)) return { literal: family };
  const suffix = [...more, ...titles.flatMap(phrases)].find(isSuffix);
  return { family, given, ...(suffix === undefined ? {} : { suffix }) };
};

/** Parses a name under a forename, which the rest distinguishes from others: "Francis, Pope", "Thomas, Aquinas, Saint". */
const forenamed = ({ heading, titles }: PersonParts): CitedName => ({
  literal: [heading, ...titles].flatMap(phrases).join(', '),
});

/** Parses the name of a family: "Nayak (Dynasty :" continues in subfields that a citation omits. */
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

/** The roles that a citation of the format names first. */
const makers: Partial<Record<Format, readonly CitedRole[]>> = {
  score: ['composer'],
  'music-recording': ['composer'],
  video: ['director'],
  map: ['author', 'cartographer'],
  globe: ['author', 'cartographer'],
  image: ['author', 'artist'],
};

/**
 * In these formats names without a role are as often performers, arrangers, lyricists or actors as creators: a citation would have to
 * guess.
 */
const unsaidIsUnknown: ReadonlySet<Format> = new Set(['score', 'music-recording', 'spoken-recording', 'video']);

/**
 * Returns the place of a name in a citation, if any. An author of the source of an adaptation is not its author. MARC records often omit
 * the role of a co-author: a name without one is an author's, where the format allows.
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
 * Sorts a description's names for a citation: the main entry first, as an author unless its role is editor, translator or performer. Leaves
 * out roles that citations do not include: printers, sponsors, former owners, illustrators of books.
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
