import { wordsOf } from '../../../../layers/kernel/text/fold-for-comparison.ts';
import { isElsewhere } from './compare-publication.ts';
import type { MatchFeatures } from './features.ts';
import { otherLanguages } from './languages.ts';
import { numberOf } from './read-designations.ts';
import { VERSION_KINDS } from './read-version.ts';
import { differ, inOrder, shares } from './signals.ts';
import { containment, noneAmong } from './similarity.ts';
import { titleOf } from './title-words.ts';
import type { Veto } from './veto.ts';

/** Two kinds of score that only codes distinguish (008/20): libraries code the same songbook either way. */
export const otherNotationCodes = (
  { version: one }: MatchFeatures,
  { version: two }: MatchFeatures,
): string | undefined =>
  one?.coded && two?.coded && differ(one.notation, two.notation)
    ? `coded as different versions (${inOrder(one.notation, two.notation)})`
    : undefined;

/** Abridged and unabridged, widescreen and full screen, full and vocal score, for teachers and for students. */
export const byVersion: Veto = (a, b) => {
  const [one, two] = [a.version, b.version];
  if (one === undefined || two === undefined) return undefined;
  const isCodedOnly = otherNotationCodes(a, b) !== undefined;
  const kind = VERSION_KINDS.find((each) => differ(one[each], two[each]) && !(each === 'notation' && isCodedOnly));
  return kind && `different versions (${inOrder(one[kind], two[kind])})`;
};

/** A translation from another publisher and place; a code alone is wrong too often. */
export const byLanguage: Veto = (a, b) => {
  const others = otherLanguages(a, b);
  return others && isElsewhere(a, b) ? `different languages (${inOrder(...others)}), published elsewhere` : undefined;
};

const people = (one: MatchFeatures): string[] =>
  wordsOf([one.translators, one.others, one.by].filter((text) => text !== undefined).join(' '));

/** Translations by different people whom the other record does not mention. */
export const byTranslators: Veto = (a, b) => {
  if (a.translators === undefined || b.translators === undefined) return undefined;
  const areOthers = noneAmong(wordsOf(a.translators), people(b)) && noneAmong(wordsOf(b.translators), people(a));
  return areOthers ? 'translated by others' : undefined;
};

const nounOf = (designation: string): string | undefined => designation.split(' ')[0];

/** Returns the designations in one title whose noun the other has too: `season 1` beside `season 2`. */
const besides = (some: readonly string[], others: readonly string[]): string[] =>
  some.filter((one) => others.some((other) => nounOf(one) === nounOf(other)));

/** Books one and two, the complete first and second season: a number that is not in $n. */
export const byDesignation: Veto = (a, b) => {
  // True for most pairs, and this runs for every pair.
  if (a.title === b.title && a.rest === b.rest && a.partTitle === b.partTitle) return undefined;
  const [all, allOther] = [titleOf(a).designations, titleOf(b).designations];
  const [one, two] = [besides(all, allOther), besides(allOther, all)];
  return one.length > 0 && !shares(one, two) ? `different parts (${inOrder(one[0], two[0])})` : undefined;
};

/** Hearings and reports of other days, congresses, sessions or meetings. */
export const byOccasion: Veto = ({ occasions: all }, { occasions: allOther }) => {
  if (all === undefined || allOther === undefined) return undefined;
  for (const noun of new Set(all.map(nounOf))) {
    const [one, two] = [all, allOther].map((some) => some.filter((each) => nounOf(each) === noun));
    if (one?.length && two?.length && !shares(one, two))
      return `held at other times (${inOrder(one[0]?.replace('day ', ''), two[0]?.replace('day ', ''))})`;
  }
  return undefined;
};

/** Returns whether two records have numbers within one series and none is equal. */
export const otherSeriesNumbers = (a: MatchFeatures, b: MatchFeatures): boolean => {
  if (!differ(a.seriesNumber, b.seriesNumber)) return false;
  const [one, two] = [a.seriesNumber, b.seriesNumber].map((text) =>
    wordsOf(text ?? '').flatMap((word) => numberOf(word) ?? []),
  );
  const stated = one !== undefined && two !== undefined && one.length > 0 && two.length > 0;
  return stated && !shares(one, two) && containment(a.series ?? '', b.series ?? '') >= 0.5;
};

const isNamedAsSeries = ({ series = '', title }: MatchFeatures): boolean => containment(series, title) >= 0.8;

/** Volumes of a set that is catalogued as a series with its own title. */
export const bySeriesVolume: Veto = (a, b) =>
  otherSeriesNumbers(a, b) && (isNamedAsSeries(a) || isNamedAsSeries(b))
    ? `different volumes (${inOrder(a.seriesNumber, b.seriesNumber)})`
    : undefined;
