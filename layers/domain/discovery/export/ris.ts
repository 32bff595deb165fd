import type { Description } from '../../marc/description.ts';
import type { Format } from '../../marc/format.ts';
import { type CitedName, citedNames } from './cited-names.ts';

const types: Readonly<Record<Format, string>> = {
  book: 'BOOK',
  'large-print': 'BOOK',
  braille: 'BOOK',
  ebook: 'EBOOK',
  journal: 'JFULL',
  ejournal: 'JFULL',
  newspaper: 'NEWS',
  'website-or-database': 'ELEC',
  score: 'MUSIC',
  map: 'MAP',
  globe: 'MAP',
  video: 'VIDEO',
  'music-recording': 'SOUND',
  'spoken-recording': 'SOUND',
  image: 'ART',
  object: 'GEN',
  kit: 'GEN',
  software: 'COMP',
  manuscript: 'MANSCPT',
  archive: 'MANSCPT',
  microform: 'GEN',
  unknown: 'GEN',
};

const inverted = (name: CitedName): string => ('literal' in name ? name.literal : `${name.family}, ${name.given}`);

/** A tag's value is one line: a line break within would begin another tag. */
const line = (tag: string, text: string): string[] => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get into the file
  const value = text.replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
  return value === '' ? [] : [`${tag}  - ${value}`];
};

const lines = (tag: string, texts: readonly string[]): string[] => texts.flatMap((text) => line(tag, text));

/**
 * A record for reference managers in RIS: tags of two letters, a line each, ended by CR LF. Takes its description, its id
 * and the address of its page.
 */
export const risOf = (one: Description, recordId: string, url: string): string => {
  const { authors, editors, translators, others } = citedNames(one);
  const { places, publishers, year } = one.publication;
  return [
    ...line('TY', types[one.format]),
    ...line('ID', recordId),
    ...line('TI', one.titles.title),
    ...lines('AU', authors.map(inverted)),
    ...lines('A2', editors.map(inverted)),
    ...lines('A3', others.map(inverted)),
    ...lines('A4', translators.map(inverted)),
    ...line('PY', year === undefined ? '' : String(year)),
    ...line('CY', places[0] ?? ''),
    ...line('PB', publishers[0] ?? ''),
    ...line('ET', one.edition ?? ''),
    ...lines('T3', one.series),
    ...lines('SN', [...one.identifiers.isbn13, ...one.identifiers.issn]),
    ...lines('LA', one.languages),
    ...lines('KW', one.subjects),
    ...lines('AB', one.summaries),
    ...lines(
      'L2',
      one.links.filter(({ isFullText }) => isFullText).map(({ url: link }) => link),
    ),
    ...line('UR', url),
    'ER  - ',
    '',
  ].join('\r\n');
};
