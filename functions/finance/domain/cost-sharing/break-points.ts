import { readingsOfWhen, type When } from './condition.ts';
import { divisorReading, type FigureReading } from './figures.ts';
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

const ofCondition = (when: When): Thresholds[] =>
  readingsOfWhen(when).map((figure) => ({ reading: figure, bounds: defined([figure.above, figure.upTo]) }));

/** A figure by which another is divided counts, too; where the quotient reaches a bound depends on both. */
const withDivisor = (threshold: Thresholds): Thresholds[] => {
  const divisor = divisorReading(threshold.reading);
  return divisor
    ? [
        { ...threshold, bounds: [] },
        { reading: divisor, bounds: [] },
      ]
    : [threshold];
};

/** Returns every reading of a figure in a formula, with its bounds: those of amounts, of sharing keys and of conditions. */
export const thresholdsOf = (formula: Formula): Thresholds[] =>
  [...everyPart(formula.parts).flatMap(ofPart), ...everyCondition(formula).flatMap(ofCondition)].flatMap(withDivisor);

/** Returns the multiples between which a rounded value reaches a bound, and the middle, where the nearest changes. */
const aroundBound = (value: number, { rounded }: FigureReading): number[] => {
  if (rounded === undefined) return [value];
  const multiple = Math.floor(value / rounded.to) * rounded.to;
  return [-1, -0.5, 0, 0.5, 1].map((steps) => multiple + steps * rounded.to);
};

/** Returns the reported values at which what depends on a reading changes: its free part, its maximum and its bounds. */
export const breakPointsOf = ({ reading, bounds }: Thresholds): number[] => {
  const { lessFirst, atMost, dividedBy } = reading;
  const by = typeof dividedBy === 'number' ? dividedBy : 1;
  const reached = bounds.flatMap((value) => aroundBound(value, reading)).map((value) => value * by);
  const capped = [...reached, ...(atMost === undefined ? [] : [atMost])].filter((value) => value >= 0);
  return [lessFirst, ...capped.map((value) => lessFirst + value)];
};
