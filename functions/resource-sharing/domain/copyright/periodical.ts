import type { Citation } from '../../../../layers/kernel/citation/citation.ts';
import { cut, fold, withoutArticle } from '../../../../layers/kernel/text/fold-for-comparison.ts';

/** Where copies of what names no periodical are counted: all together, until somebody says of which they are. */
export const UNNAMED_PERIODICAL = 'unnamed';

const LONGEST = 120;

/** What a citation calls its periodical: by ISSNs (`issn:…`), and by its folded title (`title:…`). */
export type PeriodicalNames = { numbers: string[]; title?: string };

const titleName = (title: string): string | undefined => {
  const slug = cut(withoutArticle(fold(title)), LONGEST).replaceAll(' ', '-');
  return slug === '' ? undefined : `title:${slug}`;
};

/** The names by which a citation knows its periodical. */
export const periodicalNames = ({ issn = [], title = '' }: Pick<Citation, 'issn' | 'title'>): PeriodicalNames => {
  const named = titleName(title);
  const numbers = [...new Set(issn.map((one) => `issn:${one.toUpperCase()}`))].toSorted();
  return { numbers, ...(named !== undefined && { title: named }) };
};

/** The name that stands for several ISSNs: the lowest. */
export const lowestOf = (numbers: readonly string[]): string | undefined => numbers.toSorted()[0];

/**
 * By what a periodical is known when its copies are counted: the ISSN (the lowest of several, so that their order does not
 * count), else its folded title without a leading article. One that has neither is counted among the unnamed.
 */
export const periodicalKey = (citation: Pick<Citation, 'issn' | 'title'>): string => {
  const { numbers, title } = periodicalNames(citation);
  return lowestOf(numbers) ?? title ?? UNNAMED_PERIODICAL;
};

/** Whether a copy counts for a periodical by a name of it; else it is of another work, or of what names none. */
export const isNamedPeriodical = (key: string): boolean => key.startsWith('issn:') || key.startsWith('title:');

/** Whether an article of a periodical is wanted: not a chapter, not a whole issue. */
export const isArticle = ({ kind, partTitle, pages }: Pick<Citation, 'kind' | 'partTitle' | 'pages'>): boolean =>
  kind === 'article' || (kind === 'journal' && (partTitle !== undefined || pages !== undefined));

/**
 * The last day on which something with this date may have come out, YYYY-MM-DD (31 for any month: days are compared, not
 * counted). Undefined when the date says no year.
 */
export const latestDayOf = (date: string | undefined): string | undefined => {
  const match = /^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?$/.exec(date?.trim() ?? '');
  if (match) {
    const [, year, month = '12', day = '31'] = match;
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
