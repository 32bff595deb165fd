import type { Form, Work } from './works/work.ts';

/** The item categories of the loan rules, the same list at every member. */
export const itemCategories = [
  'book',
  'child-book',
  'dvd',
  'cd',
  'score',
  'journal',
  'map',
  'short-loan',
  'special-collection',
  'confidential',
] as const;
export type ItemCategory = (typeof itemCategories)[number];

const byForm: Readonly<Record<Form, ItemCategory>> = {
  book: 'book',
  ebook: 'book',
  dvd: 'dvd',
  cd: 'cd',
  score: 'score',
  journal: 'journal',
  ejournal: 'journal',
  map: 'map',
};

/** Returns the category of the n-th copy (from 0) of a work at a branch. */
export function itemCategoryOf(work: Work, branch: string, copy: number): ItemCategory {
  if (branch === 'ashgrove.vault') return 'confidential';
  if (branch === 'harcourt.special') return 'special-collection';
  // A university keeps the second copy of a computing textbook behind the desk for the evening before the exam.
  if (branch === 'harcourt.science' && work.dewey.startsWith('005') && copy > 0) return 'short-loan';
  if (work.form === 'book' && work.audience === 'juvenile') return 'child-book';
  return byForm[work.form];
}
