import type { MatchFeatures } from './features.ts';

/** What speaks so strongly against one manifestation that nothing is weighed against it, in plain words; undefined when nothing does. Symmetric. */
export type Veto = (a: MatchFeatures, b: MatchFeatures) => string | undefined;
