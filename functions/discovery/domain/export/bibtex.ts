import { foldText } from '../../../../layers/kernel/text/fold.ts';
import type { Description } from '../../../../layers/protocols/marc/description.ts';
import { citedImprint } from './cited-imprint.ts';
import { type CitedName, citedNames } from './cited-names.ts';

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Escapes text for TeX. A single brace would end the entry, even after a backslash: braces are written by name instead. */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no parser of BibTeX expects them
    .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .trim()
    .replace(/[{}]/g, (brace) => (brace === '{' ? '(' : ')'))
    .replace(/[\\$&#%_~^]/g, (one) => escapes[one] ?? one);

/**
 * Adds braces where BibTeX would split the text: at an "and", and at small words within a name ("Fustel de Coulanges" would sort as
 * Coulanges).
 */
const whole = (text: string, parts: RegExp): string => (parts.test(text) ? `{${escaped(text)}}` : escaped(text));

/** Returns "Family, Jr., Given", with braces around what BibTeX must not split. */
const named = (name: CitedName): string => {
  if ('literal' in name) return `{${escaped(name.literal)}}`;
  const family = whole(name.family, /\sand\s|^\p{Lu}.*\s\p{Ll}/u);
  const given = whole(name.given, /(?:^|\s)and(?:\s|$)/);
  return [family, ...(name.suffix ? [name.suffix] : []), given].join(', ');
};

const together = (names: readonly CitedName[]): string => names.map(named).join(' and ');

const lettersOf = (text: string): string => foldText(text).replace(/[^a-z0-9]+/g, '');

/** Returns the key from name, year and the record's id: readable, and unique in any list. */
const keyOf = (one: Description, recordId: string): string => {
  const { authors, editors } = citedNames(one);
  const [first] = [...authors, ...editors];
  const name = first ? lettersOf('literal' in first ? first.literal : first.family).slice(0, 20) : '';
  return [name || 'anon', citedImprint(one.publication).year || 'nd', recordId.replace(/^rec_/, '')].join('-');
};

const isBook = ({ format }: Description): boolean => ['book', 'large-print', 'braille', 'ebook'].includes(format);

/** Returns whether a recording is cited by its performers when no composer or author is named. */
const isRecording = ({ format }: Description): boolean => ['music-recording', 'spoken-recording'].includes(format);

/**
 * Returns a record as a BibTeX entry, in UTF-8: `@book` for books, `@misc` for all others with the format in `howpublished`. Takes its
 * description, its id and the address of its page. The title keeps its capitals.
 */
export const bibtexOf = (one: Description, recordId: string, url: string): string => {
  const { authors, editors, translators, performers } = citedNames(one);
  const { place, publisher, year } = citedImprint(one.publication);
  const fields: [name: string, value: string][] = [
    ['title', `{${escaped(one.titles.title)}}`],
    ['author', together(authors.length === 0 && isRecording(one) ? performers : authors)],
    ['editor', together(editors)],
    ['translator', together(translators)],
    ['year', year],
    ['publisher', escaped(publisher)],
    ['address', escaped(place)],
    ['edition', escaped(one.edition ?? '')],
    ['series', escaped(one.series[0] ?? '')],
    ['isbn', one.identifiers.isbn13.join(' ')],
    ['issn', one.identifiers.issn.join(' ')],
    ['language', one.languages.join(' ')],
    ['keywords', one.subjects.map(escaped).join('; ')],
    ['howpublished', isBook(one) ? '' : escaped(one.format)],
    ['url', url],
  ];
  const written = fields.filter(([, value]) => value !== '' && value !== '{}');
  return `@${isBook(one) ? 'book' : 'misc'}{${keyOf(one, recordId)},\n${written
    .map(([name, value]) => `  ${name} = {${value}},\n`)
    .join('')}}\n`;
};
