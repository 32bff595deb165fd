import type { FigureReading } from './figures.ts';
import type { Formula } from './formula.ts';
import type { Part, PlainKey, SimplePart } from './part-schema.ts';

const ofKey = (key: PlainKey): FigureReading[] => (key.by === 'equal' ? [] : [key]);

const ofSimple = (part: SimplePart): FigureReading[] => {
  if (part.kind === 'fixed' || part.kind === 'flag') return [];
  if (part.kind === 'prorated') return part.limits;
  if (part.kind !== 'share') return [part];
  return part.key.by === 'cases' ? part.key.cases.flatMap(({ key }) => ofKey(key)) : ofKey(part.key);
};

const ofPart = (part: Part): FigureReading[] =>
  part.kind === 'sum-of' || part.kind === 'max-of' || part.kind === 'min-of'
    ? part.parts.flatMap(ofPart)
    : ofSimple(part);

/** Returns the years of a figure without free part and maximum, as a measure of a member's size. */
const asSize = ({ figure, take, years, yearsBefore, maxAge }: FigureReading): FigureReading => ({
  ...{ figure, take, years, lessFirst: 0 },
  ...(yearsBefore !== undefined && { yearsBefore }),
  ...(maxAge !== undefined && { maxAge }),
});

/** Returns the figures that a formula uses, each once in order: they measure the size of members when none is named. */
export const sizesOf = ({ parts }: Formula): FigureReading[] => {
  const read = parts.flatMap(ofPart).map(asSize);
  return read.filter(({ figure }, at) => read.findIndex((other) => other.figure === figure) === at);
};
