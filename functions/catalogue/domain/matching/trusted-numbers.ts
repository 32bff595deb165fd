import type { MatchFeatures } from './features.ts';
import type { MatchRules } from './match-rules.ts';
import { shares } from './signals.ts';

const without = (one: MatchFeatures, { oclcNumbers, isbns }: MatchRules): MatchFeatures => {
  const rest = { ...one };
  if (oclcNumbers === 'not-used') delete rest.oclc;
  if (isbns === 'not-used') delete rest.isbn;
  return rest;
};

/** Returns whether the consortium does not use some kind of number. */
export const leavesOutNumbers = ({ oclcNumbers, isbns }: MatchRules): boolean =>
  oclcNumbers === 'not-used' || isbns === 'not-used';

/** Returns a record with the numbers that the consortium uses. */
export const withUsedNumbers = (one: MatchFeatures, rules: MatchRules): MatchFeatures =>
  leavesOutNumbers(rules) ? without(one, rules) : one;

/** Returns the common number that decides by the rules, in plain text; undefined when there is none. */
export const decidingNumber = (a: MatchFeatures, b: MatchFeatures, rules: MatchRules): string | undefined => {
  if (rules.oclcNumbers === 'decides' && shares(a.oclc, b.oclc)) return 'same OCLC number, which decides by the rules';
  return rules.isbns === 'decides' && shares(a.isbn, b.isbn) ? 'same ISBN, which decides by the rules' : undefined;
};
