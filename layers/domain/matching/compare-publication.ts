import type { MatchFeatures } from './features.ts';
import { agree, type Comparison, differ, on, once, shares } from './signals.ts';
import { containment, dice } from './similarity.ts';

/** Compares publisher, place, country and language. */
export const comparePublishers = (a: MatchFeatures, b: MatchFeatures): Comparison => {
  const both = a.publisher !== undefined && b.publisher !== undefined;
  const words = containment(a.publisher ?? '', b.publisher ?? '');
  const place = containment(a.place ?? '', b.place ?? '');
  return {
    publisherWords: words,
    publisherAlike: dice(a.publisher ?? '', b.publisher ?? ''),
    publisherDiffer: on(both && words === 0),
    publisherSilent: on(!both),
    placeSame: place,
    placeDiffer: on(a.place !== undefined && b.place !== undefined && place === 0),
    countrySame: on(agree(a.country, b.country)),
    countryDiffer: on(differ(a.country, b.country)),
    countryOnce: on(once(a.country, b.country)),
    languageSame: on(agree(a.language, b.language)),
    languageDiffer: on(differ(a.language, b.language)),
    languageOnce: on(once(a.language, b.language)),
  };
};

/** Compares series and the form of the publication. */
export const compareSeriesAndForm = (a: MatchFeatures, b: MatchFeatures): Comparison => {
  const alike = dice(a.series ?? '', b.series ?? '');
  return {
    seriesAlike: alike,
    seriesDiffer: on(differ(a.series, b.series) && alike < 0.4),
    seriesOnce: on(once(a.series, b.series)),
    seriesNumberSame: on(agree(a.seriesNumber, b.seriesNumber)),
    seriesNumberDiffer: on(differ(a.seriesNumber, b.seriesNumber)),
    seriesNumberOnce: on(once(a.seriesNumber, b.seriesNumber)),
    typeDiffer: on(a.type !== b.type),
    levelDiffer: on(a.level !== b.level),
    serial: on(a.level === 's' && b.level === 's'),
    reproductionOnce: on(a.reproduction !== b.reproduction),
  };
};

const disjoint = (a: readonly string[] | undefined, b: readonly string[] | undefined): boolean =>
  a !== undefined && b !== undefined && !shares(a, b);

/**
 * Compares numbers. Two different OCLC numbers say nothing here: WorldCat holds duplicates, and what the labelled pairs
 * would teach about it comes of how they were chosen.
 */
export const compareNumbers = (a: MatchFeatures, b: MatchFeatures): Comparison => ({
  isbnShared: on(shares(a.isbn, b.isbn)),
  isbnDiffer: on(disjoint(a.isbn, b.isbn)),
  oclcShared: on(shares(a.oclc, b.oclc)),
  lccnSame: on(agree(a.lccn, b.lccn)),
  lccnDiffer: on(differ(a.lccn, b.lccn)),
  lccnOnce: on(once(a.lccn, b.lccn)),
  govdocShared: on(shares(a.govdoc, b.govdoc)),
  govdocDiffer: on(disjoint(a.govdoc, b.govdoc)),
  musicShared: on(shares(a.music, b.music)),
  musicDiffer: on(disjoint(a.music, b.music)),
  issnSame: on(agree(a.issn, b.issn)),
  issnDiffer: on(differ(a.issn, b.issn)),
  issnOnce: on(once(a.issn, b.issn)),
});
