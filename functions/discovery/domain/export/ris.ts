import type { Description } from '../../../../layers/protocols/marc/description.ts';
import type { Format } from '../../../../layers/protocols/marc/format.ts';
import { citedImprint } from './cited-imprint.ts';
import { type CitedName, citedNames } from './cited-names.ts';

/** The tags for roles other than author, and for the series, in a type of reference. */
type Tags = { editors?: string; translators?: string; performers?: string; series: string };

/**
 * The tags that EndNote's table of RIS tags and Zotero read alike by type, or one of them where the other has no such field. Roles that one
 * of them would misread have no tag here: A2 of a book is an editor of its series, A3 of a video its producer or again an editor of the
 * series, an editor of a score (A2) its performer. A name without a tag is left out.
 */
const tags = {
  BOOK: { editors: 'A3', translators: 'A4', series: 'T2' },
  EBOOK: { editors: 'ED', translators: 'A4', series: 'T3' },
  JFULL: { editors: 'ED', translators: 'A4', series: 'T3' },
  NEWS: { series: 'T3' },
  ELEC: { translators: 'A4', series: 'T3' },
  MUSIC: { series: 'T3' },
  MAP: { series: 'T2' },
  VIDEO: { performers: 'C1', series: 'T3' },
  SOUND: { performers: 'A2', series: 'T3' },
  ART: { series: 'T3' },
  COMP: { series: 'T2' },
  MANSCPT: { translators: 'A4', series: 'T3' },
  GEN: { editors: 'A2', translators: 'A4', series: 'T3' },
} satisfies Record<string, Tags>;

const types: Readonly<Record<Format, keyof typeof tags>> = {
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

/**
 * Returns "Family, Given, Suffix". Readers split every name at its first comma, and EndNote one without a comma at its last blank: so a
 * single name has no comma within, and one at its end.
 */
const inverted = (name: CitedName): string => {
  if (!('literal' in name)) return [name.family, name.given, ...(name.suffix ? [name.suffix] : [])].join(', ');
  const whole = name.literal.replaceAll(',', '').trim();
  return /\s/.test(whole) ? `${whole},` : whole;
};

/** Returns a tag with its value on one line: a line break would begin another tag. */
const line = (tag: string, text: string): string[] => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get into the file
  const value = text.replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
  return value === '' ? [] : [`${tag}  - ${value}`];
};

const lines = (tag: string, texts: readonly string[]): string[] => texts.flatMap((text) => line(tag, text));

/**
 * Returns the number for SN, which readers take by type: an ISSN for a journal, an ISBN for all others. The other number is used when there
 * is none.
 */
const standardNumbers = ({ format, identifiers: { isbn13, issn } }: Description): string[] => {
  const isSerial = ['JFULL', 'NEWS'].includes(types[format]);
  const [own, other] = isSerial ? [issn, isbn13] : [isbn13, issn];
  return own.length > 0 ? own : other;
};

/**
 * Returns a record for reference managers in RIS: tags of two letters, one per line, ended by CR LF. Takes its description, its id and the
 * address of its page.
 */
export const risOf = (one: Description, recordId: string, url: string): string => {
  const type = types[one.format];
  const tagged: Tags = tags[type];
  const { authors, ...others } = citedNames(one);
  const { place, publisher, year } = citedImprint(one.publication);
  const named = (['editors', 'translators', 'performers'] as const).flatMap((part) => {
    const tag = tagged[part];
    return tag === undefined ? [] : lines(tag, others[part].map(inverted));
  });
  return [
    ...line('TY', type),
    ...line('ID', recordId),
    ...line('TI', one.titles.title),
    ...lines('AU', authors.map(inverted)),
    ...named,
    ...line('PY', year),
    ...line('CY', place),
    ...line('PB', publisher),
    ...line('ET', one.edition ?? ''),
    ...lines(tagged.series, one.series),
    ...lines('SN', standardNumbers(one)),
    // Zotero reads it as the programming language of a program.
    ...lines('LA', type === 'COMP' ? [] : one.languages),
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
