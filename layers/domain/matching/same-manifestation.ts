import { compareFeatures } from './compare.ts';
import { remarks } from './explain.ts';
import type { MatchFeatures } from './features.ts';
import { model } from './model.ts';
import { vetoes } from './vetoes.ts';

/** Whether two records describe one manifestation; `score` is 0 to 1 (0 under a veto); `because` says why in plain words, for staff. */
export type Decision = { same: boolean; score: number; because: string[] };

const scoreOf = (a: MatchFeatures, b: MatchFeatures): number => {
  let sum: number = model.bias;
  const weights: Readonly<Record<string, number>> = model.weights;
  for (const [signal, value] of Object.entries(compareFeatures(a, b))) sum += (weights[signal] ?? 0) * value;
  // Rounded, so that a score that was stored and one worked out again are equal.
  return Math.round(1e6 / (1 + Math.exp(-sum))) / 1e6;
};

/**
 * Decides whether two records describe one manifestation. A veto (other form, kind, level, part, edition, title or
 * start of a serial) says no whatever else agrees, a shared ISBN too; otherwise the weighted signals decide. Symmetric and
 * deterministic: it looks at the pair and at nothing else.
 */
export const decide = (a: MatchFeatures, b: MatchFeatures): Decision => {
  if (a.title === '' || b.title === '') return { same: false, score: 0, because: ['a record without title'] };
  const against = vetoes(a, b);
  if (against.length > 0) return { same: false, score: 0, because: against };
  const score = scoreOf(a, b);
  return { same: score >= model.threshold, score, because: remarks(a, b) };
};

/** As `decide`, without the words: for the many pairs of a load. */
export const isSame = (a: MatchFeatures, b: MatchFeatures): boolean =>
  a.title !== '' && b.title !== '' && vetoes(a, b).length === 0 && scoreOf(a, b) >= model.threshold;
