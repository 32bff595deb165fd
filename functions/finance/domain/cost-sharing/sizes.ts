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

/** The years of a figure as they are read; nothing of it is free, and it has no end: it says how large a member is. */
const asSize = ({ figure, take, years, yearsBefore, maxAge }: FigureReading): FigureReading => ({
  ...{ figure, take, years, lessFirst: 0 },
  ...(yearsBefore !== undefined && { yearsBefore }),
  ...(maxAge !== undefined && { maxAge }),
});

/** The figures that a formula itself reckons by, each once as it is first read: what says how large a member is where nobody named it. */
export const sizesOf = ({ parts }: Formula): FigureReading[] => {
  const read = parts.flatMap(ofPart).map(asSize);
  return read.filter(({ figure }, at) => read.findIndex((other) => other.figure === figure) === at);
};
