import { cautions, isCautioned } from './cautions.ts';
import { compareFeatures } from './compare.ts';
import { remarkOn, remarks } from './explain.ts';
import type { MatchFeatures } from './features.ts';
import { model } from './model.generated.ts';
import { type Kind, SIGNALS } from './signals.ts';
import { logOdds, pointsOf } from './trees.ts';
import { isVetoed, vetoes } from './vetoes.ts';

/** `same`: one manifestation, to be merged; `ask`: a person should look; `different`. */
export type Verdict = 'same' | 'ask' | 'different';

/** What becomes of two records; `score` is 0 to 1 (0 under a veto); `because` says why in plain words, for staff. */
export type Decision = { verdict: Verdict; same: boolean; score: number; because: string[] };

/** A kind of evidence and how much it counted: above 0 for the same manifestation, below for another, in log-odds. */
export type Weighed = { kind: Kind; points: number; words?: string };

const probability = (odds: number): number => 1 / (1 + Math.exp(-odds));

// Rounded, so that a score that was stored and one worked out again are equal.
const scoreOf = (a: MatchFeatures, b: MatchFeatures): number =>
  Math.round(1e6 * probability(logOdds(model, compareFeatures(a, b)))) / 1e6;

/** What a score means: the bounds are the model's, drawn from pairs that training had not seen. */
export const verdictOf = (score: number): Verdict => {
  if (score >= model.sameFrom) return 'same';
  return score >= model.askFrom ? 'ask' : 'different';
};

// A pair with a caution is for a person to say, however likely it looks.
const UNDER_SAME = model.sameFrom - 0.01;

const different = (because: string[]): Decision => ({ verdict: 'different', same: false, score: 0, because });

/**
 * Decides whether two records describe one manifestation. A veto (other form, kind, level, part, edition, title, start of a
 * serial, or one names the other as another) says no whatever else agrees, a shared ISBN too; otherwise the trained model
 * weighs how they agree and differ, and a caution leaves to a person what would be the same. Symmetric and deterministic: it looks at the pair and at nothing else.
 */
export const decide = (a: MatchFeatures, b: MatchFeatures): Decision => {
  if (a.title === '' || b.title === '') return different(['a record without title']);
  const against = vetoes(a, b);
  if (against.length > 0) return different(against);
  const cautioned = cautions(a, b);
  const weighed = scoreOf(a, b);
  const score = cautioned.length > 0 ? Math.min(weighed, UNDER_SAME) : weighed;
  const verdict = verdictOf(score);
  return { verdict, same: verdict === 'same', score, because: [...cautioned, ...remarks(a, b)] };
};

/** The score that `decide` would give, without the words: for the many pairs of a load. */
export const likelihood = (a: MatchFeatures, b: MatchFeatures): number => {
  if (a.title === '' || b.title === '' || isVetoed(a, b)) return 0;
  const weighed = scoreOf(a, b);
  return weighed > UNDER_SAME && isCautioned(a, b) ? UNDER_SAME : weighed;
};

/** Whether `decide` would say the same, without the words. */
export const isSame = (a: MatchFeatures, b: MatchFeatures): boolean => likelihood(a, b) >= model.sameFrom;

/**
 * What each kind of evidence counted in the score of two records, weightiest first, each with what a cataloguer would say
 * of it. The points and `base`, which every pair starts from, add up to the log-odds of the score. Vetoes are not weighed.
 */
export const weigh = (a: MatchFeatures, b: MatchFeatures): { base: number; evidence: Weighed[] } => {
  const { base, points } = pointsOf(model, compareFeatures(a, b));
  const byKind = new Map<Kind, number>();
  for (const [signal, value] of points)
    byKind.set(SIGNALS[signal].kind, (byKind.get(SIGNALS[signal].kind) ?? 0) + value);
  const evidence = [...byKind].map(([kind, value]): Weighed => {
    const words = remarkOn(kind, a, b);
    return words === undefined ? { kind, points: value } : { kind, points: value, words };
  });
  return { base, evidence: evidence.sort((x, y) => Math.abs(y.points) - Math.abs(x.points)) };
};
