import type { MatchFeatures } from './features.ts';

/**
 * Returns the reason in plain text why two records cannot be one manifestation, regardless of other evidence; undefined when there is none.
 * Symmetric.
 */
export type Veto = (a: MatchFeatures, b: MatchFeatures) => string | undefined;
