import { compareDates } from './compare-dates.ts';
import { compareEditions, compareExtents } from './compare-extent.ts';
import { compareNames } from './compare-names.ts';
import { compareCoding, compareNumbers, comparePublishers, compareSeriesAndForm } from './compare-publication.ts';
import { compareTitles } from './compare-title.ts';
import type { MatchFeatures } from './features.ts';
import type { Comparison } from './signals.ts';

/** Compares two records' features; symmetric. */
export const compareFeatures = (a: MatchFeatures, b: MatchFeatures): Comparison => ({
  ...compareTitles(a, b),
  ...compareNames(a, b),
  ...compareDates(a, b),
  ...compareExtents(a, b),
  ...compareEditions(a, b),
  ...comparePublishers(a, b),
  ...compareSeriesAndForm(a, b),
  ...compareNumbers(a, b),
  ...compareCoding(a, b),
});
