import type { MatchFeatures } from './features.ts';
import { alike, type Comparison, differ, equal, on, once } from './signals.ts';
import { containment, dice } from './similarity.ts';

/** Returns by how many pages two records differ, or undefined when one does not state them. */
export const pageGap = (a: MatchFeatures, b: MatchFeatures): number | undefined => gap(a.pages, b.pages);

const gap = (a: number | undefined, b: number | undefined): number | undefined =>
  a !== undefined && b !== undefined ? Math.abs(a - b) : undefined;

/** Returns whether a record describes several volumes, or a set that is still being published. */
export const isSet = (one: MatchFeatures): boolean => one.open === true || (one.volumes ?? 1) > 1;

const sequences = (one: MatchFeatures): readonly number[] =>
  one.numbers ?? (one.pages === undefined ? [] : [one.pages]);

/** Returns the share of the counted sequences (preliminaries, text, plates) that both extents have: of the shorter, and of the longer. */
const compareSequences = (a: MatchFeatures, b: MatchFeatures): Comparison => {
  const [one, two] = [sequences(a), sequences(b)];
  if (one.length === 0 || two.length === 0) return {};
  const shared = Math.min(
    one.filter((number) => two.includes(number)).length,
    two.filter((number) => one.includes(number)).length,
  );
  return {
    numbersShared: shared / Math.min(one.length, two.length),
    numbersAllShared: shared / Math.max(one.length, two.length),
  };
};

/** Returns the pages of the preliminaries: the first of the counted sequences when the text follows. */
const preliminaries = (one: MatchFeatures): number | undefined => {
  const first = one.numbers?.[0];
  return first !== undefined && one.pages !== undefined && first < one.pages ? first : undefined;
};

const compareVolumes = (a: MatchFeatures, b: MatchFeatures): Comparison => ({
  volumesSame: equal(a.volumes, b.volumes),
  volumesRatio: a.volumes && b.volumes ? Math.abs(Math.log2(a.volumes / b.volumes)) : undefined,
  setOnce: on(isSet(a) !== isSet(b)),
});

/** Compares pages, volumes, height and illustrations. */
export const compareExtents = (a: MatchFeatures, b: MatchFeatures): Comparison => {
  const pages = pageGap(a, b);
  return {
    pageGap: pages,
    pageGapShare: pages === undefined ? undefined : pages / Math.max(a.pages ?? 1, b.pages ?? 1, 1),
    pagesFewer: pages === undefined ? undefined : Math.min(a.pages ?? 0, b.pages ?? 0),
    pagesOnce: on(once(a.pages, b.pages)),
    heightGap: gap(a.height, b.height),
    illustratedAlike: alike(a.illustrated, b.illustrated, containment),
    prelimsGap: gap(preliminaries(a), preliminaries(b)),
    extentAlike: alike(a.extent, b.extent, dice),
    ...compareSequences(a, b),
    ...compareVolumes(a, b),
  };
};

/** Compares edition statements; two different numbers are also a veto. */
export const compareEditions = (a: MatchFeatures, b: MatchFeatures): Comparison => ({
  editionNumber: equal(a.edition, b.edition),
  editionLaterOnce: on(once(a.edition, b.edition) && differ(a.edition ?? 1, b.edition ?? 1)),
  editionWordsAlike: alike(a.editionWords, b.editionWords, containment),
  editionWordsOnce: on(once(a.editionWords, b.editionWords)),
  impressionSame: equal(a.impression, b.impression),
});
