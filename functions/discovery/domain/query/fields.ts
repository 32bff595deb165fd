import type { Worded } from './search-parameters.ts';

type Weighted = readonly (readonly [field: string, weight: number])[];

/**
 * Where a word counts, by scope, and how much: title before variants, main author before added, headings before the rest.
 * What stands in no field of these (contents, notes, imprint) is found and counts nothing.
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

/** The fields of a scope with their weights, as the engine takes them. */
export const weighted = (scope: Worded): string[] => fieldsOf[scope].map(([field, weight]) => `${field}^${weight}`);

/** The fields that a word of this scope must stand in: one field of everything, where everything is meant. */
export const searchedIn = (scope: Worded): string[] =>
  scope === 'any' ? ['all'] : fieldsOf[scope].map(([field]) => field);
