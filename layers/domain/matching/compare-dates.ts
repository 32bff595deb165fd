import type { MatchFeatures } from './features.ts';
import { agree, type Comparison, differ, on, once, shares } from './signals.ts';
import { containment } from './similarity.ts';

/** The year that 008/07-10 states in full, or undefined. */
export const yearOf = (date: string | undefined): number | undefined =>
  date !== undefined && /^\d{4}$/.test(date) ? Number(date) : undefined;

/** By how many pages two records differ, or undefined when one does not say. */
export const pageGap = (a: MatchFeatures, b: MatchFeatures): number | undefined =>
  a.pages !== undefined && b.pages !== undefined ? Math.abs(a.pages - b.pages) : undefined;

/** By how many years the publication dates of two records differ, or undefined when one does not say. */
export const yearGap = (a: MatchFeatures, b: MatchFeatures): number | undefined => {
  const [one, two] = [yearOf(a.date1), yearOf(b.date1)];
  return one !== undefined && two !== undefined ? Math.abs(one - two) : undefined;
};

const allYears = (one: MatchFeatures): number[] =>
  [yearOf(one.date1), ...(one.years ?? [])].filter((year) => year !== undefined);

const whenApart = (a: MatchFeatures, b: MatchFeatures): Comparison => ({
  reprintOnce: on((a.dateType === 'r') !== (b.dateType === 'r')),
  dateAndPublisherDiffer: on(
    differ(a.publisher, b.publisher) && containment(a.publisher ?? '', b.publisher ?? '') === 0,
  ),
  dateAndPagesDiffer: on((pageGap(a, b) ?? 0) > 4),
  date2IsDate1: on(agree(a.date2, b.date1) || agree(b.date2, a.date1)),
});

/** Compares the dates of publication of two records. */
export const compareDates = (a: MatchFeatures, b: MatchFeatures): Comparison => {
  const gap = yearGap(a, b);
  return {
    dateSame: on(gap === 0),
    dateNext: on(gap === 1),
    dateNear: on(gap !== undefined && gap > 1 && gap <= 5),
    dateFar: on(gap !== undefined && gap > 5),
    dateGap: gap === undefined ? 0 : Math.min(1, Math.log2(1 + gap) / 6),
    dateUnknown: on(gap === undefined),
    dateTypeSame: on(a.dateType === b.dateType),
    yearsShared: on(shares(allYears(a), allYears(b))),
    imprintSame: on(agree(a.years?.[0], b.years?.[0])),
    imprintDiffer: on(a.years !== undefined && b.years !== undefined && !shares(a.years, b.years)),
    date2Same: on(agree(a.date2, b.date2)),
    date2Differ: on(differ(a.date2, b.date2)),
    date2Once: on(once(a.date2, b.date2)),
    ...(gap !== undefined && gap > 1 ? whenApart(a, b) : {}),
  };
};
