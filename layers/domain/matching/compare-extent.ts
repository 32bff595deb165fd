import { pageGap } from './compare-dates.ts';
import type { MatchFeatures } from './features.ts';
import { agree, type Comparison, differ, on, once } from './signals.ts';
import { containment } from './similarity.ts';

const isSet = (one: MatchFeatures): boolean => one.open === true || (one.volumes ?? 1) > 1;

const heightGap = (a: MatchFeatures, b: MatchFeatures): number =>
  a.height !== undefined && b.height !== undefined ? Math.abs(a.height - b.height) : 0;

/** Compares pages, volumes and height. */
export const compareExtents = (a: MatchFeatures, b: MatchFeatures): Comparison => {
  const gap = pageGap(a, b);
  const longer = Math.max(a.pages ?? 1, b.pages ?? 1, 1);
  return {
    pagesSame: on(gap === 0),
    pagesNear: on(gap !== undefined && gap > 0 && gap <= 4),
    pagesDiffer: on(gap !== undefined && gap > 4),
    pagesFar: gap !== undefined && gap > 4 ? Math.min(1, (gap / longer) * 4) : 0,
    pagesOnce: on(once(a.pages, b.pages)),
    numbersSame: on(agree(a.numbers?.join(), b.numbers?.join())),
    setsBoth: on(isSet(a) && isSet(b)),
    setsOne: on(isSet(a) !== isSet(b)),
    volumesSame: on(agree(a.volumes, b.volumes)),
    volumesDiffer: on(differ(a.volumes, b.volumes)),
    volumesOnce: on(once(a.volumes, b.volumes)),
    heightSame: on(agree(a.height, b.height)),
    heightDiffer: Math.min(1, Math.max(0, heightGap(a, b) - 1) / 4),
  };
};

/** Compares edition statements; two different numbers are a veto, not a signal. */
export const compareEditions = (a: MatchFeatures, b: MatchFeatures): Comparison => {
  const alike = containment(a.editionWords ?? '', b.editionWords ?? '');
  return {
    editionSame: on(agree(a.edition, b.edition)),
    editionLaterOnce: on(once(a.edition, b.edition) && (a.edition ?? 1) !== (b.edition ?? 1)),
    editionWordsAlike: alike,
    editionWordsDiffer: a.editionWords !== undefined && b.editionWords !== undefined ? 1 - alike : 0,
    editionWordsOnce: on(once(a.editionWords, b.editionWords)),
  };
};
