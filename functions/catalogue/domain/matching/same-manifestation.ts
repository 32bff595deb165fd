import { cautions, isCautioned } from './cautions.ts';
import { compareFeatures } from './compare.ts';
import { remarkOn, remarks } from './explain.ts';
import type { MatchFeatures } from './features.ts';
import { model } from './model.generated.ts';
import { inOneScript } from './scripts.ts';
import { type Comparison, type Kind, SIGNALS } from './signals.ts';
import { logOdds, pointsOf } from './trees.ts';
import { isVetoed, vetoes } from './vetoes.ts';

/** `same`: one manifestation, to be merged; `ask`: staff should decide; `different`. */
export type Verdict = 'same' | 'ask' | 'different';

/** The decision on two records; `score` is 0 to 1 (0 with a veto); `because` gives the reasons in plain text, for staff. */
export type Decision = { verdict: Verdict; same: boolean; score: number; because: string[] };

/** A kind of evidence and its weight in log-odds: above 0 for the same manifestation, below 0 for another. */
export type Weighed = { kind: Kind; points: number; words?: string };

const probability = (odds: number): number => 1 / (1 + Math.exp(-odds));

// Rounded, so that a stored score equals a recomputed one.
const scoreOf = (signals: Comparison): number => Math.round(1e6 * probability(logOdds(model, signals))) / 1e6;

/** Returns the verdict of a score: the thresholds are the model's, computed on pairs not seen in training. */
export const verdictOf = (score: number): Verdict => {
  if (score >= model.sameFrom) return 'same';
  return score >= model.askFrom ? 'ask' : 'different';
};

// Staff must decide on a pair with a caution, however likely the match.
const UNDER_SAME = model.sameFrom - 0.01;

const different = (because: string[]): Decision => ({ verdict: 'different', same: false, score: 0, because });

/**
 * Decides whether two records describe one manifestation. A veto (other form, kind, level, part, edition, title or start of a serial, or a
 * link from one to the other as another resource) rules it out despite other agreement, including a shared ISBN. Otherwise the trained
 * model weights agreements and differences, and a caution leaves a match to staff. Symmetric and deterministic: depends on the pair only.
 */
export const decide = (first: MatchFeatures, second: MatchFeatures): Decision => {
  if (first.title === '' || second.title === '') return different(['a record without title']);
  const [a, b] = inOneScript(first, second);
  const against = vetoes(a, b);
  if (against.length > 0) return different(against);
  const cautioned = cautions(a, b);
  const signals = compareFeatures(a, b);
  const weighed = scoreOf(signals);
  const score = cautioned.length > 0 ? Math.min(weighed, UNDER_SAME) : weighed;
  const verdict = verdictOf(score);
  return { verdict, same: verdict === 'same', score, because: [...cautioned, ...remarks(signals, a, b)] };
};

/** Returns the score of `decide` without the reasons: faster, for the many pairs of a load. */
export const likelihood = (first: MatchFeatures, second: MatchFeatures): number => {
  if (first.title === '' || second.title === '') return 0;
  const [a, b] = inOneScript(first, second);
  if (isVetoed(a, b)) return 0;
  const weighed = scoreOf(compareFeatures(a, b));
  return weighed > UNDER_SAME && isCautioned(a, b) ? UNDER_SAME : weighed;
};

/** Returns whether `decide` would give `same`, without the reasons. */
export const isSame = (a: MatchFeatures, b: MatchFeatures): boolean => likelihood(a, b) >= model.sameFrom;

/**
 * Returns the weight of each kind of evidence in the score of two records, largest first, each with its remark in cataloguing terms. The
 * points and `base`, the start value of every pair, add up to the log-odds of the score. Vetoes have no weight.
 */
export const weigh = (first: MatchFeatures, second: MatchFeatures): { base: number; evidence: Weighed[] } => {
  const [a, b] = inOneScript(first, second);
  const signals = compareFeatures(a, b);
  const { base, points } = pointsOf(model, signals);
  const byKind = new Map<Kind, number>();
  for (const [signal, value] of points)
    byKind.set(SIGNALS[signal].kind, (byKind.get(SIGNALS[signal].kind) ?? 0) + value);
  const evidence = [...byKind].map(([kind, value]): Weighed => {
    const words = remarkOn(kind, signals, a, b);
    return words === undefined ? { kind, points: value } : { kind, points: value, words };
  });
  return { base, evidence: evidence.sort((x, y) => Math.abs(y.points) - Math.abs(x.points)) };
};
