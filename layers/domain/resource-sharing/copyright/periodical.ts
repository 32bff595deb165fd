import { cut, fold, withoutArticle } from '../../matching/fold.ts';
import type { Citation } from '../citation/citation.ts';

/** Where copies of what names no periodical are counted: all together, until somebody says of which they are. */
export const UNNAMED_PERIODICAL = 'unnamed';

const LONGEST = 120;

/**
 * By what a periodical is known when its copies are counted: the ISSN (the lowest of several, so that their order does not
 * count), else its folded title without a leading article. One that has neither is counted among the unnamed.
 */
export const periodicalKey = ({ issn = [], title = '' }: Pick<Citation, 'issn' | 'title'>): string => {
  const [lowest] = issn.map((one) => one.toUpperCase()).toSorted();
  if (lowest !== undefined) return `issn:${lowest}`;
  const words = cut(withoutArticle(fold(title)), LONGEST).replaceAll(' ', '-');
  return words === '' ? UNNAMED_PERIODICAL : `title:${words}`;
};

/** Whether an article of a periodical is wanted: not a chapter, not a whole issue. */
export const isArticle = ({ kind, partTitle, pages }: Pick<Citation, 'kind' | 'partTitle' | 'pages'>): boolean =>
  kind === 'article' || (kind === 'journal' && (partTitle !== undefined || pages !== undefined));

/**
 * The last day on which something with this date may have come out, YYYY-MM-DD (31 for any month: days are compared, not
 * counted). Undefined when the date says no year.
 */
export const latestDayOf = (date: string | undefined): string | undefined => {
  const said = /^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?$/.exec(date?.trim() ?? '');
  if (said) {
    const [, year, month = '12', day = '31'] = said;
    return `${year}-${month}-${day}`;
  }
  const years = date?.match(/\b(?:1[5-9]|20)\d{2}\b/g);
  return years ? `${years.toSorted().at(-1)}-12-31` : undefined;
};

/**
 * Whether something was published within so many years before a day (YYYY-MM-DD). A year or month counts to its end, and
 * what says no date is taken as recent: a copy too many counted does less harm than one too few.
 */
export const publishedWithin = (date: string | undefined, years: number, on: string): boolean => {
  const latest = latestDayOf(date);
  const since = `${String(Number(on.slice(0, 4)) - years).padStart(4, '0')}${on.slice(4)}`;
  return latest === undefined || latest >= since;
};
