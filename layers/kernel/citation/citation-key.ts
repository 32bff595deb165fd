import { cut, fold, withoutArticle, wordsOf } from '../text/fold-for-comparison.ts';
import { type Citation, isPart } from './citation.ts';

const folded = (text: string | undefined, longest = 80): string => cut(withoutArticle(fold(text ?? '')), longest);
const yearOf = ({ date = '' }: Citation): string => /\d{4}/.exec(date)?.[0] ?? '';
const firstPageOf = ({ pages = '' }: Citation): string => /(?<![a-z])[a-z]*\d+/i.exec(pages)?.[0].toLowerCase() ?? '';
const least = (numbers: readonly string[] = []): string | undefined => numbers.toSorted()[0];

// "Austen, Jane" in one source is "Jane Austen" in another.
const surnameOf = (name = ''): string => {
  const [last = '', given] = name.split(',');
  return (given === undefined ? wordsOf(fold(last)).at(-1) : wordsOf(fold(last))[0]) ?? '';
};

/** Returns the strongest number of the whole: book, journal, volume. */
const numberOfWhole = ({ isbn, issn, oclc, lccn }: Citation): string | undefined => {
  const numbers = { isbn: least(isbn), oclc, lccn, issn: least(issn) };
  return Object.entries(numbers).flatMap(([name, number]) => (number === undefined ? [] : [`${name}:${number}`]))[0];
};

const wholeOf = (citation: Citation): string =>
  numberOfWhole(citation) ?? `${folded(citation.title)}|${surnameOf(citation.author)}`;

const partOf = (citation: Citation): string => {
  const { doi, pmid, volume, issue, partTitle } = citation;
  if (doi !== undefined) return `doi:${doi}`;
  if (pmid !== undefined) return `pmid:${pmid}`;
  const where = [folded(volume), folded(issue), firstPageOf(citation), folded(partTitle, 40)];
  // A volume implies the year, and sources write dates differently.
  return ['part', wholeOf(citation), ...where, volume === undefined ? yearOf(citation) : ''].join('|');
};

/**
 * Returns the normal form of a citation: equal requests give equal keys however they were typed. Uses the strongest number, otherwise
 * folded title, name, year, volume and first page. Citations with different numbers for the same work keep different keys; a person can
 * recognise them, a key cannot.
 */
export const citationKey = (citation: Citation): string => {
  if (isPart(citation)) return partOf(citation);
  const dated = numberOfWhole(citation) === undefined || citation.kind === 'journal';
  const { volume, issue } = citation;
  return ['whole', wholeOf(citation), folded(volume), folded(issue), dated ? yearOf(citation) : ''].join('|');
};
