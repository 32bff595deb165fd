import type { When } from './condition.ts';
import type { FigureReading } from './figures.ts';
import type { Formula } from './formula.ts';
import type { Guard } from './guard-schema.ts';
import type { Part, PlainKey, SimplePart } from './part-schema.ts';

/** The way in which a formula reads a figure, and the counted values at which what depends on it changes. */
export type Thresholds = { reading: FigureReading; bounds: readonly number[] };

const defined = (bounds: readonly (number | undefined)[]): number[] => bounds.filter((value) => value !== undefined);
const upperBounds = (bands: readonly { upTo?: number }[]): number[] => defined(bands.map(({ upTo }) => upTo));

const isCombined = (part: Part): part is Exclude<Part, SimplePart> =>
  part.kind === 'sum-of' || part.kind === 'max-of' || part.kind === 'min-of';

/** Returns all parts of a formula, with those within others. */
export const everyPart = (parts: readonly Part[]): Part[] =>
  parts.flatMap((part) => [part, ...(isCombined(part) ? everyPart(part.parts) : [])]);

/** Returns all guards of a formula, with those of its parts. */
export const everyGuard = ({ parts, guards }: Formula): Guard[] => [
  ...everyPart(parts).flatMap((part): Guard[] => part.guards ?? []),
  ...guards,
];

/** Returns all conditions of a formula: of parts, of guards, and of the cases of sharing keys. */
export const everyCondition = (formula: Formula): When[] => {
  const parts = everyPart(formula.parts);
  const cases = parts.flatMap((part) => (part.kind === 'share' && part.key.by === 'cases' ? part.key.cases : []));
  return [...parts, ...everyGuard(formula), ...cases].flatMap(({ when }) => when ?? []);
};

const ofKey = (key: PlainKey): Thresholds[] => {
  if (key.by === 'equal') return [];
  return [{ reading: key, bounds: key.by === 'bands' ? upperBounds(key.bands) : [] }];
};

const ofPart = (part: Part): Thresholds[] => {
  if (isCombined(part) || part.kind === 'fixed' || part.kind === 'flag') return [];
  if (part.kind === 'share')
    return part.key.by === 'cases' ? part.key.cases.flatMap(({ key }) => ofKey(key)) : ofKey(part.key);
  if (part.kind === 'prorated') return part.limits.map((limit) => ({ reading: limit, bounds: [limit.full] }));
  if (part.kind === 'per-unit') return [{ reading: part, bounds: [] }];
  return [{ reading: part, bounds: upperBounds(part.kind === 'tiers' ? part.tiers : part.bands) }];
};

const ofCondition = ({ figure }: When): Thresholds[] =>
  figure === undefined ? [] : [{ reading: figure, bounds: defined([figure.above, figure.upTo]) }];

/** Returns every reading of a figure in a formula, with its bounds: those of amounts, of sharing keys and of conditions. */
export const thresholdsOf = (formula: Formula): Thresholds[] => [
  ...everyPart(formula.parts).flatMap(ofPart),
  ...everyCondition(formula).flatMap(ofCondition),
];

/** Returns the reported values at which what depends on a reading changes: its free part, its maximum and its bounds. */
export const breakPointsOf = ({ reading: { lessFirst, atMost }, bounds }: Thresholds): number[] => {
  const capped = [...bounds, ...(atMost === undefined ? [] : [atMost])];
  return [lessFirst, ...capped.map((value) => lessFirst + value)];
};
