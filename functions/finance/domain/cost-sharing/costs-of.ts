import type { Formula } from './formula.ts';
import type { Part } from './part-schema.ts';

const ofPart = (part: Part): string[] => {
  if (part.kind === 'share') return [part.cost];
  return part.kind === 'sum-of' || part.kind === 'max-of' || part.kind === 'min-of' ? part.parts.flatMap(ofPart) : [];
};

/** Returns the names of the costs that a formula shares, including nested parts; empty when its fees depend on no cost. */
export const costsOf = ({ parts }: Pick<Formula, 'parts'>): string[] => [...new Set(parts.flatMap(ofPart))];
