import { wordsOf } from '../../../../layers/kernel/text/fold-for-comparison.ts';
import type { MatchFeatures } from './features.ts';

const serial = new Set(['s', 'b', 'i']);

const surname = (one: MatchFeatures): string | undefined => wordsOf(one.author ?? '')[0];

const named = (one: MatchFeatures): string[] => wordsOf([one.author, one.others, one.by].join(' '));

const sameAuthor = (a: MatchFeatures, b: MatchFeatures): boolean => {
  const [one, two] = [surname(a), surname(b)];
  if (one === undefined && two === undefined) return false;
  // The author of an audiobook is often only in the statement of responsibility.
  return (one === undefined || named(b).includes(one)) && (two === undefined || named(a).includes(two));
};

const agrees = (one: string | undefined, other: string | undefined): boolean =>
  one === undefined || other === undefined || one === other;

/**
 * Returns whether two records are editions of one work, for a hold that any edition may fill (C32): the same title and part, a common
 * author, no other language. Precise rather than complete: the wrong book is worse for a patron than a longer wait. Serials and records
 * without author never match.
 */
export const isSameWork = (a: MatchFeatures, b: MatchFeatures): boolean =>
  a.title !== '' &&
  a.title === b.title &&
  (a.part ?? '') === (b.part ?? '') &&
  (a.partTitle ?? '') === (b.partTitle ?? '') &&
  !serial.has(a.level) &&
  !serial.has(b.level) &&
  agrees(a.language, b.language) &&
  sameAuthor(a, b);
