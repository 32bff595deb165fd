import { differencesIn } from '../matching/chosen-differences.ts';
import type { MatchFeatures } from '../matching/features.ts';
import { type Choice, choiceValues, type MatchRules } from '../matching/match-rules.ts';
import { likelihood, type Verdict, verdictOf } from '../matching/same-manifestation.ts';
import { shares } from '../matching/signals.ts';

/** What a change of the rules does with a pair: it is joined, parted, put before staff, or no longer. */
export const effects = ['joined', 'parted', 'asked', 'settled'] as const;
export type Effect = (typeof effects)[number];

/** Returns the verdict on a pair by rules. */
export const verdictBy = (a: MatchFeatures, b: MatchFeatures, rules: MatchRules): Verdict =>
  verdictOf(likelihood(a, b, rules), rules);

/** Returns the effect of two verdicts on a pair; undefined when nothing changes. */
export const effectOf = (before: Verdict, after: Verdict): Effect | undefined => {
  if (before === after) return undefined;
  if (after === 'same') return 'joined';
  if (before === 'same') return 'parted';
  return after === 'ask' ? 'asked' : 'settled';
};

const choicesIn = (a: MatchFeatures, b: MatchFeatures): Choice[] => [
  ...differencesIn(a, b),
  ...(shares(a.oclc, b.oclc) ? (['oclcNumbers'] as const) : []),
  ...(a.isbn !== undefined && b.isbn !== undefined ? (['isbns'] as const) : []),
];

/** Returns the choices that decide on a pair: another value of each, with the other rules as they are, gives another verdict. */
export const decidingChoices = (a: MatchFeatures, b: MatchFeatures, rules: MatchRules): Choice[] =>
  choicesIn(a, b).filter((choice) => {
    const verdicts = choiceValues[choice].map((value) => verdictBy(a, b, { ...rules, [choice]: value }));
    return new Set(verdicts).size > 1;
  });
