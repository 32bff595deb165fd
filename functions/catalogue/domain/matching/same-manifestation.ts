import { cautions, cautionsDespiteNumber, isCautioned } from './cautions.ts';
import { countedSignals, uncountedIn } from './chosen-differences.ts';
import { compareFeatures } from './compare.ts';
import { remarkOn, remarks } from './explain.ts';
import type { MatchFeatures } from './features.ts';
import { defaultRules, type MatchRules } from './match-rules.ts';
import { model } from './model.generated.ts';
import { inOneScript } from './scripts.ts';
import { type Comparison, type Kind, SIGNALS } from './signals.ts';
import { logOdds, pointsOf } from './trees.ts';
import { decidingNumber, leavesOutNumbers, withUsedNumbers } from './trusted-numbers.ts';
import { byLink, isVetoed, vetoes, vetoesDespiteNumber } from './vetoes.ts';

/** `same`: one manifestation, to be merged; `ask`: staff should decide; `different`. */
export type Verdict = 'same' | 'ask' | 'different';

/** The decision on two records; `score` is 0 to 1 (0 with a veto); `because` gives the reasons in plain text, for staff. */
export type Decision = { verdict: Verdict; same: boolean; score: number; because: string[] };

/** A kind of evidence and its weight in log-odds: above 0 for the same manifestation, below 0 for another. */
export type Weighed = { kind: Kind; points: number; words?: string };

const probability = (odds: number): number => 1 / (1 + Math.exp(-odds));

// Rounded, so that a stored score equals a recomputed one.
const scoreOf = (signals: Comparison): number => Math.round(1e6 * probability(logOdds(model, signals))) / 1e6;

type Thresholds = { same: number; ask: number };

const TRAINED: Thresholds = { same: model.sameFrom, ask: model.askFrom };

const thresholdsOf = ({ thresholds = TRAINED }: MatchRules): Thresholds => thresholds;

/** Returns the verdict of a score: the thresholds are the policy's, or the model's, computed on pairs not seen in training. */
export const verdictOf = (score: number, rules: MatchRules = defaultRules): Verdict => {
  const { same, ask } = thresholdsOf(rules);
  if (score >= same) return 'same';
  return score >= ask ? 'ask' : 'different';
};

// Staff must decide on a pair with a caution, however likely the match.
const underSame = (rules: MatchRules): number => thresholdsOf(rules).same - 0.01;

// Only a decision of staff is more certain.
const BY_NUMBER = 0.999;

const different = (because: string[]): Decision => ({ verdict: 'different', same: false, score: 0, because });

/** Returns two records as they are compared: with the numbers that the consortium uses, in one script. */
const compared = (first: MatchFeatures, second: MatchFeatures, rules: MatchRules) =>
  inOneScript(withUsedNumbers(first, rules), withUsedNumbers(second, rules));

/** A link names the other record by its number, whether or not the number is used otherwise. */
const linkOf = (first: MatchFeatures, second: MatchFeatures, rules: MatchRules): string[] => {
  const link = leavesOutNumbers(rules) ? byLink(first, second, rules) : undefined;
  return link === undefined ? [] : [link];
};

const decideByNumber = (a: MatchFeatures, b: MatchFeatures, rules: MatchRules, number: string): Decision => {
  const against = vetoesDespiteNumber(a, b, rules);
  if (against.length > 0) return different(against);
  const cautioned = cautionsDespiteNumber(a, b, rules);
  const score = cautioned.length > 0 ? underSame(rules) : BY_NUMBER;
  const verdict = verdictOf(score, rules);
  const remarked = remarks(compareFeatures(a, b), a, b);
  return { verdict, same: verdict === 'same', score, because: [...cautioned, number, ...remarked] };
};

/**
 * Decides whether two records describe one manifestation by the rules of the consortium. A veto (other form, kind, level, part, edition,
 * title or start of a serial, or a link from one to the other as another resource) rules it out despite other agreement, including a shared
 * ISBN. Otherwise the trained model weights agreements and differences, and a caution leaves a match to staff. Symmetric and deterministic:
 * depends on the pair and the rules only.
 */
export const decide = (first: MatchFeatures, second: MatchFeatures, rules: MatchRules = defaultRules): Decision => {
  if (first.title === '' || second.title === '') return different(['a record without title']);
  const [a, b] = compared(first, second, rules);
  const number = decidingNumber(a, b, rules);
  if (number !== undefined) return decideByNumber(a, b, rules, number);
  const against = [...new Set([...vetoes(a, b, rules), ...linkOf(first, second, rules)])];
  if (against.length > 0) return different(against);
  const cautioned = cautions(a, b, rules);
  const signals = compareFeatures(a, b);
  const weighed = scoreOf(countedSignals(signals, a, b, rules));
  const score = cautioned.length > 0 ? Math.min(weighed, underSame(rules)) : weighed;
  const verdict = verdictOf(score, rules);
  const because = [...cautioned, ...uncountedIn(a, b, rules), ...remarks(signals, a, b)];
  return { verdict, same: verdict === 'same', score, because };
};

/** Returns the score of `decide` without the reasons: faster, for the many pairs of a load. */
export const likelihood = (first: MatchFeatures, second: MatchFeatures, rules: MatchRules = defaultRules): number => {
  if (first.title === '' || second.title === '') return 0;
  const [a, b] = compared(first, second, rules);
  const number = decidingNumber(a, b, rules);
  if (number !== undefined) return decideByNumber(a, b, rules, number).score;
  if (isVetoed(a, b, rules) || linkOf(first, second, rules).length > 0) return 0;
  const weighed = scoreOf(countedSignals(compareFeatures(a, b), a, b, rules));
  const most = underSame(rules);
  return weighed > most && isCautioned(a, b, rules) ? most : weighed;
};

/** Returns whether `decide` would give `same`, without the reasons. */
export const isSame = (a: MatchFeatures, b: MatchFeatures, rules: MatchRules = defaultRules): boolean =>
  verdictOf(likelihood(a, b, rules), rules) === 'same';

/**
 * Returns the weight of each kind of evidence in the score of two records, largest first, each with its remark in cataloguing terms. The
 * points and `base`, the start value of every pair, add up to the log-odds of the score. Vetoes have no weight.
 */
export const weigh = (
  first: MatchFeatures,
  second: MatchFeatures,
  rules: MatchRules = defaultRules,
): { base: number; evidence: Weighed[] } => {
  const [a, b] = compared(first, second, rules);
  const signals = compareFeatures(a, b);
  const { base, points } = pointsOf(model, countedSignals(signals, a, b, rules));
  const byKind = new Map<Kind, number>();
  for (const [signal, value] of points)
    byKind.set(SIGNALS[signal].kind, (byKind.get(SIGNALS[signal].kind) ?? 0) + value);
  const evidence = [...byKind].map(([kind, value]): Weighed => {
    const words = remarkOn(kind, signals, a, b);
    return words === undefined ? { kind, points: value } : { kind, points: value, words };
  });
  return { base, evidence: evidence.sort((x, y) => Math.abs(y.points) - Math.abs(x.points)) };
};
