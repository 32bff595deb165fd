import type { MatchFeatures } from './features.ts';
import type { MatchRules } from './match-rules.ts';

/**
 * Returns the reason in plain text why two records cannot be one manifestation, regardless of other evidence; undefined when there is none.
 * Symmetric. A few depend on the rules of the consortium.
 */
export type Veto = (a: MatchFeatures, b: MatchFeatures, rules: MatchRules) => string | undefined;
