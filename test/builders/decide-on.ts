import { matchFeatures } from '../../functions/catalogue/domain/matching/features.ts';
import { type Decision, decide, likelihood } from '../../functions/catalogue/domain/matching/same-manifestation.ts';
import { describedMedia, type Media, type Otherwise, otherwise } from './described-media.ts';

/** Returns the features of a changed description. */
export const featuresOf = (base: Media, given: Otherwise) => matchFeatures(describedMedia(otherwise(base, given)));

/** Returns the decision on two differently changed records: the same in either order, and with the score of a load. */
export const decideOn = (base: Media, one: Otherwise, two: Otherwise): Decision => {
  const [a, b] = [featuresOf(base, one), featuresOf(base, two)];
  const decision = decide(a, b);
  expect(decide(b, a)).toEqual(decision);
  expect(likelihood(a, b)).toBe(decision.score);
  return decision;
};
