import { type Citation, type CitedKind, isPart } from '../../../layers/kernel/citation/citation.ts';
import { fold, withoutArticle, wordsOf } from '../../../layers/kernel/text/fold-for-comparison.ts';

/** The facts of a record that citations contain, too. */
export type RecordFacts = {
  /** The title, and the title without its subtitle. */
  titles: readonly string[];
  /** The main name and the statement of responsibility; empty ones say nothing. */
  names: readonly string[];
  year: number | undefined;
  kind: CitedKind;
};

const titleOf = (text: string): string => withoutArticle(fold(text));

/** Returns a title without its subtitle, as far as punctuation shows one. */
export const withoutSubtitle = (title: string): string => title.split(/[:;/=(]/)[0]?.trim() ?? '';

const isTitled = ({ titles }: RecordFacts, title: string): boolean =>
  titles.some((one) => one !== '' && titleOf(one) === titleOf(title));

const isTitledAlike = (record: RecordFacts, title: string): boolean => {
  const shortened = { ...record, titles: record.titles.flatMap((one) => [one, withoutSubtitle(one)]) };
  return [title, withoutSubtitle(title)].some((one) => titleOf(one) !== '' && isTitled(shortened, one));
};

const namesIn = (texts: readonly string[]): string[] => wordsOf(fold(texts.join(' ')));

const isBy = ({ names }: Pick<RecordFacts, 'names'>, author: string): boolean => {
  const known = new Set(namesIn(names));
  // "Austen, Jane" and "Jane Austen" share a word of more than an initial.
  return namesIn([author]).some((word) => word.length > 2 && known.has(word));
};

/** How many first letters a name and a misspelt form of it share. */
const SHARED_LETTERS = 4;

const isPerhapsBy = (record: Pick<RecordFacts, 'names'>, author: string): boolean => {
  const known = namesIn(record.names);
  if (known.length === 0 || isBy(record, author)) return true;
  const startOf = (word: string): string => word.slice(0, SHARED_LETTERS);
  const starts = new Set(known.filter((word) => word.length >= SHARED_LETTERS).map(startOf));
  return namesIn([author]).some((word) => word.length >= SHARED_LETTERS && starts.has(startOf(word)));
};

const isInSerial = ({ kind }: Pick<Citation, 'kind'>): boolean => kind === 'journal' || kind === 'article';

// The year of an article is not the year in which its journal began.
const isOfYear = ({ year }: RecordFacts, { kind, date = '' }: Citation): boolean => {
  const cited = /\d{4}/.exec(date)?.[0];
  return isInSerial({ kind }) || cited === undefined || year === undefined || String(year) === cited;
};

const isOfKind = (record: RecordFacts, { kind }: Citation): boolean => {
  if (isInSerial({ kind })) return record.kind === 'journal';
  return kind === 'book' || kind === 'chapter' ? record.kind === 'book' : true;
};

/** The author of a part is not the author of the whole. */
const authorOf = (citation: Citation): string | undefined => (isPart(citation) ? undefined : citation.author);

/** Returns the cited author's name as catalogues file it: what precedes the comma, else the last word that is no initial. */
export const surnameOf = (citation: Citation): string | undefined => {
  const [before = '', given] = (authorOf(citation) ?? '').split(',');
  const name = before.trim();
  const last = given === undefined ? name.split(/\s+/).findLast((word) => fold(word).length > 2) : undefined;
  return last ?? (name === '' ? undefined : name);
};

/** Whether a record's author is not plainly another than the cited one. */
export const mayBeByCited = (record: Pick<RecordFacts, 'names'>, citation: Citation): boolean => {
  const author = authorOf(citation);
  return author === undefined || isPerhapsBy(record, author);
};

/** Whether a record is exactly what a citation says, as far as it says title, author, year and kind. */
export const isMeant = (record: RecordFacts, citation: Citation): boolean => {
  const author = authorOf(citation);
  return (
    isTitled(record, citation.title ?? '') &&
    isOfKind(record, citation) &&
    isOfYear(record, citation) &&
    (author === undefined || isBy(record, author))
  );
};

/**
 * Returns whether a person should check a record before an external request: its title is the cited one, with or without a subtitle,
 * whatever its year and format, and its author is not plainly another.
 */
export const mayBeMeant = (record: RecordFacts, citation: Citation): boolean =>
  isTitledAlike(record, citation.title ?? '') && mayBeByCited(record, citation);
