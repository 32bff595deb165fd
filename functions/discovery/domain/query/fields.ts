import type { Worded } from './search-parameters.ts';

type Weighted = readonly (readonly [field: string, weight: number])[];

/**
 * The fields and weights of a word, by scope: title before variants, main author before added, headings before the rest. Text outside these
 * fields (contents, notes, imprint) is found without weight.
 */
const fieldsOf: Readonly<Record<Worded, Weighted>> = {
  any: [
    ['title', 6],
    ['author', 4],
    ['title_alt', 2],
    ['subject', 2],
    ['author_added', 1.5],
    ['series', 1],
  ],
  title: [
    ['title', 6],
    ['title_alt', 2],
  ],
  author: [
    ['author', 4],
    ['author_added', 1],
  ],
  subject: [['subject', 2]],
  series: [['series', 2]],
};

/** Returns the fields of a scope with their weights, in the engine's syntax. */
export const weighted = (scope: Worded): string[] => fieldsOf[scope].map(([field, weight]) => `${field}^${weight}`);

/** Returns the fields that must contain a word of this scope: one combined field when the scope is everything. */
export const searchedIn = (scope: Worded): string[] =>
  scope === 'any' ? ['all'] : fieldsOf[scope].map(([field]) => field);
