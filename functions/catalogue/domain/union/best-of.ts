import type { LedKind } from './leading.ts';

/**
 * How a union record selects a field when its sources differ. The describing source is the fullest by encoding level (leader/17), then by
 * its number of fields.
 * - `filled`: the fields of the describing source; where it has none of the group, those of the next source that has any;
 * - `most-complete`: the fields of the source with the longest text in the group; of equal ones the fuller source;
 * - `all`: the fields of every source, without repetitions.
 * Where the consortium defines whose records lead (`unionRecordSchema`), the first of these that has the field precedes all three. All
 * other fields come from the describing source alone: notes on one copy's printing would be wrong for another.
 */
export type Take = 'filled' | 'most-complete' | 'all';

/** A rule: the tags that form its group, and what members can lead in it, if anything. */
export type BestOf = { tags: readonly string[]; take: Take; led?: LedKind };

/** Subject headings and genres. */
export const SUBJECTS = ['600', '610', '611', '630', '647', '648', '650', '651', '653', '655'] as const;

/** The rules of the union record, one per group of fields. */
export const bestOf: readonly BestOf[] = [
  { tags: ['100', '110', '111'], take: 'filled', led: 'main-entry' },
  { tags: ['250'], take: 'filled', led: 'edition' },
  { tags: ['300'], take: 'filled', led: 'extent' },
  { tags: ['490', '440'], take: 'filled', led: 'series' },
  // The longest table of contents and summary are the most useful.
  { tags: ['505'], take: 'most-complete', led: 'contents' },
  { tags: ['520'], take: 'most-complete', led: 'summary' },
  // Numbers, headings and links are search terms: keep all.
  { tags: ['010', '020', '022', '035'], take: 'all' },
  { tags: SUBJECTS, take: 'all' },
  { tags: ['856'], take: 'all' },
];

/** Returns the most complete of several lists, in the order of their sources: by the length of their texts; of equal ones the first. */
export const mostComplete = <T>(lists: readonly (readonly T[])[], lengthOf: (one: T) => number): readonly T[] => {
  const length = (list: readonly T[]): number => list.reduce((sum, one) => sum + lengthOf(one), 0);
  return lists.reduce<readonly T[]>((best, list) => (length(list) > length(best) ? list : best), []);
};
