import type { Citation } from '../../../../layers/kernel/citation/citation.ts';
import { cut, fold, withoutArticle } from '../../../../layers/kernel/text/fold-for-comparison.ts';
import { latestDayOf } from './periodical.ts';

/** The key of copies whose work is unknown: counted together until staff identify it. */
export const UNNAMED_WORK = 'work:unnamed';

/** The term of protection in the USA in whole calendar years (17 U.S.C. 304: 95 years). */
const PROTECTED_YEARS = 95;
const LONGEST = 120;

const part = (text: string): string => cut(fold(text), LONGEST).replaceAll(' ', '-');

/**
 * Returns the key by which copies of a book or another non-periodical work count: the lowest of its ISBNs, else its
 * OCLC number or LCCN, else its folded title without a leading article, and its author.
 */
export const workKey = ({ isbn = [], oclc, lccn, title = '', author = '' }: Citation): string => {
  const [lowest] = isbn.toSorted();
  if (lowest !== undefined) return `isbn:${lowest}`;
  if (oclc !== undefined) return `oclc:${part(oclc)}`;
  if (lccn !== undefined) return `lccn:${part(lccn)}`;
  const slug = cut(part(withoutArticle(fold(`${title} ${author}`))), LONGEST);
  return slug === '' ? UNNAMED_WORK : `work:${slug}`;
};

/**
 * Whether the request is for a part of a non-periodical work: a chapter, some pages. Copies of a whole differ (17
 * U.S.C. 108(e)).
 */
export const isPartOfWork = ({ kind, partTitle, pages }: Pick<Citation, 'kind' | 'partTitle' | 'pages'>): boolean =>
  kind === 'chapter' || (kind !== 'article' && kind !== 'journal' && (partTitle ?? pages) !== undefined);

/** Whether a work may still be protected on a day (YYYY-MM-DD) by its date; without a date it is. */
export const mayBeProtected = (date: string | undefined, on: string): boolean => {
  const latest = latestDayOf(date);
  return latest === undefined || Number(latest.slice(0, 4)) + PROTECTED_YEARS >= Number(on.slice(0, 4));
};
