import type { Citation } from '../../../../layers/kernel/citation/citation.ts';
import { cut, fold, withoutArticle } from '../../../../layers/kernel/text/fold-for-comparison.ts';

/** The key of copies whose periodical is unknown: counted together until staff identify it. */
export const UNNAMED_PERIODICAL = 'unnamed';

const LONGEST = 120;

/** The names of a citation's periodical: ISSNs (`issn:…`), and its folded title (`title:…`). */
export type PeriodicalNames = { numbers: string[]; title?: string };

const titleName = (title: string): string | undefined => {
  const slug = cut(withoutArticle(fold(title)), LONGEST).replaceAll(' ', '-');
  return slug === '' ? undefined : `title:${slug}`;
};

/** Lists the names of a citation's periodical. */
export const periodicalNames = ({ issn = [], title = '' }: Pick<Citation, 'issn' | 'title'>): PeriodicalNames => {
  const named = titleName(title);
  const numbers = [...new Set(issn.map((one) => `issn:${one.toUpperCase()}`))].toSorted();
  return { numbers, ...(named !== undefined && { title: named }) };
};

/** Chooses the name among several ISSNs: the lowest. */
export const lowestOf = (numbers: readonly string[]): string | undefined => numbers.toSorted()[0];

/**
 * Returns the key by which a periodical's copies count: the ISSN (the lowest of several, so that their order does not
 * matter), else its folded title without a leading article. Without either, it counts among the unnamed.
 */
export const periodicalKey = (citation: Pick<Citation, 'issn' | 'title'>): string => {
  const { numbers, title } = periodicalNames(citation);
  return lowestOf(numbers) ?? title ?? UNNAMED_PERIODICAL;
};

/**
 * Whether a copy counts for a periodical by one of its names; otherwise it is of another work, or of an unknown one.
 */
export const isNamedPeriodical = (key: string): boolean => key.startsWith('issn:') || key.startsWith('title:');

/** Whether the request is for an article of a periodical: not a chapter, not a whole issue. */
export const isArticle = ({ kind, partTitle, pages }: Pick<Citation, 'kind' | 'partTitle' | 'pages'>): boolean =>
  kind === 'article' || (kind === 'journal' && (partTitle !== undefined || pages !== undefined));

/**
 * Returns the latest possible publication day of a date, YYYY-MM-DD (31 for any month: days are compared, not counted).
 * Undefined without a year.
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
 * Whether a publication appeared within this many years before a day (YYYY-MM-DD). A year or month counts to its end,
 * and a missing date counts as recent: one copy too many does less harm than one too few.
 */
export const publishedWithin = (date: string | undefined, years: number, on: string): boolean => {
  const latest = latestDayOf(date);
  const since = `${String(Number(on.slice(0, 4)) - years).padStart(4, '0')}${on.slice(4)}`;
  return latest === undefined || latest >= since;
};
