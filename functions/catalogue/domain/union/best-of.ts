import type { LedKind } from './leading.ts';

/**
 * How a union record comes by a field when its sources differ. The describing source is the fullest by encoding level (leader/17),
 * then by its number of fields.
 * - `filled`: the describing source's; where it has none of the group, those of the next source that has any;
 * - `most-complete`: of the source whose fields of the group say most, by their length; of equal ones the fuller source's;
 * - `all`: every source's, what says the same once.
 * Where the consortium says whose records lead (`unionRecordSchema`), the first of these that has the field goes before all three.
 * All other fields are the describing source's alone: notes on one copy's printing would mislead on another's.
 */
export type Take = 'filled' | 'most-complete' | 'all';

/** A rule: the tags that it is for, taken together as one group; and as what members can lead in it, where they can. */
export type BestOf = { tags: readonly string[]; take: Take; led?: LedKind };

/** Subject headings and genres. */
export const SUBJECTS = ['600', '610', '611', '630', '647', '648', '650', '651', '653', '655'] as const;

/** The rules of the union record, a group of fields each. */
export const bestOf: readonly BestOf[] = [
  { tags: ['100', '110', '111'], take: 'filled', led: 'main-entry' },
  { tags: ['250'], take: 'filled', led: 'edition' },
  { tags: ['300'], take: 'filled', led: 'extent' },
  { tags: ['490', '440'], take: 'filled', led: 'series' },
  // A table of contents and a summary are worth most where they are longest.
  { tags: ['505'], take: 'most-complete', led: 'contents' },
  { tags: ['520'], take: 'most-complete', led: 'summary' },
  // Numbers, headings and links are found by: none is lost.
  { tags: ['010', '020', '022', '035'], take: 'all' },
  { tags: SUBJECTS, take: 'all' },
  { tags: ['856'], take: 'all' },
];

/** What of several lists, in the order of their sources, says most: by the length of their texts; of equal ones the first. */
export const mostComplete = <T>(lists: readonly (readonly T[])[], lengthOf: (one: T) => number): readonly T[] => {
  const length = (list: readonly T[]): number => list.reduce((sum, one) => sum + lengthOf(one), 0);
  return lists.reduce<readonly T[]>((best, list) => (length(list) > length(best) ? list : best), []);
};
