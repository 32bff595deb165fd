import { compareDates } from './compare-dates.ts';
import { compareEditions, compareExtents } from './compare-extent.ts';
import { compareNames } from './compare-names.ts';
import { compareNumbers, comparePublishers, compareSeriesAndForm } from './compare-publication.ts';
import { compareTitles } from './compare-title.ts';
import type { MatchFeatures } from './features.ts';
import { type Comparison, on, type Signal } from './signals.ts';

/** What counts for more, or for less, together than one by one: a linear model cannot see it otherwise. */
const together = (each: Comparison, isShort: boolean): Comparison => {
  const says = (signal: Signal): boolean => (each[signal] ?? 0) > 0.5;
  const [dateSame, pagesSame, publisherSame] = [says('dateSame'), says('pagesSame'), says('publisherWords')];
  const dateApart = says('dateNear') || says('dateFar');
  return {
    dateAndPagesSame: on(dateSame && pagesSame),
    dateAndPublisherSame: on(dateSame && publisherSame),
    volumesAndDateSame: on(dateSame && says('volumesSame')),
    dateSamePagesDiffer: on(dateSame && says('pagesDiffer')),
    reissueDiffer: on(dateApart && pagesSame && publisherSame),
    dateApartEditionSame: on(dateApart && (says('editionSame') || says('editionWordsAlike'))),
    dateNextPagesSame: on(says('dateNext') && pagesSame),
    dateNextPublisherDiffer: on(says('dateNext') && says('publisherDiffer')),
    placeAndPublisherDiffer: on(says('placeDiffer') && says('publisherDiffer')),
    pagesSamePublisherSame: on(pagesSame && publisherSame),
    pagesSameTitleAlike: on(pagesSame && (each.titleAlike ?? 0) > 0.85),
    oddWordPagesSame: on(says('titleOddWord') && pagesSame && dateSame),
    shortTitleNamesDiffer: on(isShort && (each.authorWords ?? 0) < 0.7),
    serialAlike: on(says('serial') && says('titleSame')),
  };
};

/** Compares two records' features; the order of the two makes no difference. */
export const compareFeatures = (a: MatchFeatures, b: MatchFeatures): Comparison => {
  const each: Comparison = {
    ...compareTitles(a, b),
    ...compareNames(a, b),
    ...compareDates(a, b),
    ...compareExtents(a, b),
    ...compareEditions(a, b),
    ...comparePublishers(a, b),
    ...compareSeriesAndForm(a, b),
    ...compareNumbers(a, b),
  };
  // Proceedings, Report, Works: such a title says little without the name.
  const isShort = Math.min(a.title.length, b.title.length) < 14;
  return { ...each, ...together(each, isShort) };
};
