import type { TargetingWeights } from '../../../../layers/records/policies/domain/targeting.ts';

/** The factors of a copy's score; each adds points, and the copy with the fewest is paged. */
export const targetFactors = ['tier', 'handicap', 'load', 'passed', 'just-passed', 'manual-reset'] as const;
export type TargetFactor = (typeof targetFactors)[number];

/** One factor of a copy's score: its points and the explanation for staff. */
export type ScoredFactor = { factor: TargetFactor; points: number; why: string };

/** The scored attributes of a copy that may be paged. */
export type TargetCandidate = {
  itemId: string;
  branchId: string;
  /** The number of shorter distances among the candidates: 0 is the nearest. */
  tier: number;
  measured: string;
  handicap: number;
  openPages: number;
  timedOut: number;
  justPassed: boolean;
  manualReset: boolean;
};

/** A copy with its score: the points are the sum of those of the factors. */
export type ScoredCopy = { itemId: string; branchId: string; points: number; factors: ScoredFactor[] };

/** Returns the explained score of a copy: every factor, in the order of `targetFactors`. Whole points, fewer is better. */
export const scoreCopy = (copy: TargetCandidate, weights: TargetingWeights): ScoredCopy => {
  const pointsOf: Record<TargetFactor, [number, string]> = {
    tier: [copy.tier * weights.tier, copy.measured],
    handicap: [copy.handicap, `Its branch has a handicap of ${copy.handicap}`],
    load: [Math.min(weights.mostLoad, copy.openPages * weights.load), `Its branch has ${copy.openPages} pages open`],
    passed: [copy.timedOut * weights.passed, `Not fetched in time ${copy.timedOut} times`],
    'just-passed': [
      copy.justPassed ? weights.justPassed : 0,
      copy.justPassed ? 'Given up just now' : 'Not the one given up last',
    ],
    'manual-reset': [
      copy.manualReset ? weights.manualReset : 0,
      copy.manualReset ? 'Given up by staff' : 'Not given up by staff',
    ],
  };
  const factors = targetFactors.map((factor): ScoredFactor => {
    const [points, why] = pointsOf[factor];
    return { factor, points, why };
  });
  const points = factors.reduce((sum, factor) => sum + factor.points, 0);
  return { itemId: copy.itemId, branchId: copy.branchId, points, factors };
};

const text = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Compares by fewest points; ties by branch, then by copy, so that the order is total and reproducible. */
export const byPoints = (one: ScoredCopy, other: ScoredCopy): number =>
  one.points - other.points || text(one.branchId, other.branchId) || text(one.itemId, other.itemId);
