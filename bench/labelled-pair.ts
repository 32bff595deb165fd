import type { MatchFeatures } from '../functions/catalogue/domain/matching/features.ts';

/** A record of the measurements: its id in the truth files, its features, and its common id in both data sets. */
export type Known = { id: string; same: string; features: MatchFeatures };

/** A labelled pair of records, by id, and the basis of the label. */
export type LabelledPair = { a: Known; b: Known; same: boolean; basis: string };
