import type { Scope } from './search-wish.ts';

type Weighted = readonly (readonly [field: string, weight: number])[];

/**
 * Where the words of each scope are looked for, and how much a hit there counts: title proper before title before variants,
 * main author before added, headings before notes. Weights of the reference experiment.
 */
export const fieldsOf: Readonly<Record<Exclude<Scope, 'identifier'>, Weighted>> = {
  any: [
    ['title_a', 4],
    ['title', 3],
    ['author', 3],
    ['title_alt', 2],
    ['subject', 2],
    ['author_added', 1.5],
    ['series', 1],
    ['other', 1],
    ['responsibility', 0.5],
    ['contents', 0.3],
    ['publisher', 0.3],
  ],
  title: [
    ['title_a', 4],
    ['title', 3],
    ['title_alt', 2],
    ['series', 0.5],
    ['contents', 0.3],
  ],
  author: [
    ['author', 4],
    ['author_added', 1],
  ],
  subject: [['subject', 2]],
};

/** The fields of a scope in one way of analysing: `''` as words, `.stem`, `.joined` or `.cjk`. */
export const weighted = (scope: Exclude<Scope, 'identifier'>, way: '' | '.stem' | '.joined' | '.cjk'): string[] =>
  fieldsOf[scope].map(([field, weight]) => `${field}${way}^${weight}`);
