import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { compareFeatures } from '../layers/domain/matching/compare.ts';
import { SIGNALS } from '../layers/domain/matching/signals.ts';
import { vetoes } from '../layers/domain/matching/vetoes.ts';
import { realData } from '../test/builders/real-data.ts';
import { candidatesOf } from './blocking.ts';
import { type Linear, logit, type Row, train } from './logistic.ts';
import { type Known, type MatchingData, matchingData } from './matching-data.ts';

const RIDGE = 3;
// Identifiers, serials and other forms occur only in the few pairs that are not of HathiTrust: they count for more.
const WEIGHT_OF_OTHERS = 3;
/** The share of right ones among merges that the threshold must reach in cross-validation, labelled pairs and union. */
const PRECISION = { labelled: 0.992, union: 0.985 };

type Example = Row & { fold: number; kind: 'labelled' | 'union' | 'other' };

const exampleOf = (
  data: MatchingData,
  a: Known,
  b: Known,
  rest: Pick<Example, 'same' | 'weight' | 'kind'>,
): Example[] => {
  if (data.heldOut(a) || data.heldOut(b) || vetoes(a.features, b.features).length > 0) return [];
  // A pair across two folds is left out of all five trainings of the cross-validation (-1).
  const fold = data.foldOf(a) === data.foldOf(b) ? data.foldOf(a) : -1;
  return [{ signals: compareFeatures(a.features, b.features), fold, ...rest }];
};

const examplesOf = (data: MatchingData): Example[] => [
  ...data.pairs.flatMap(({ a, b, same, basis }) => {
    const hathi = basis.startsWith('hathitrust');
    return exampleOf(data, a, b, { same, weight: hathi ? 1 : WEIGHT_OF_OTHERS, kind: hathi ? 'labelled' : 'other' });
  }),
  ...candidatesOf(data.members).flatMap(({ a, b }) =>
    exampleOf(data, a, b, { same: data.clusterOf.get(a.id) === data.clusterOf.get(b.id), weight: 1, kind: 'union' }),
  ),
];

type Scored = { score: number; same: boolean; kind: Example['kind'] };

/** Scores every training pair by a model that has not seen it. */
const crossValidated = (examples: readonly Example[]): Scored[] =>
  [0, 1, 2, 3, 4].flatMap((fold) => {
    const model = train(
      examples.filter((one) => one.fold !== fold && one.fold !== -1),
      SIGNALS,
      RIDGE,
    );
    return examples
      .filter((one) => one.fold === fold || (one.fold === -1 && fold === 0))
      .map(({ signals, same, kind }) => ({ score: 1 / (1 + Math.exp(-logit(model, signals))), same, kind }));
  });

const precision = (scored: readonly Scored[], kind: Example['kind'], threshold: number): number => {
  const merged = scored.filter((one) => one.kind === kind && one.score >= threshold);
  return merged.filter((one) => one.same).length / Math.max(1, merged.length);
};

/** The lowest threshold, in steps of 0.01, that reaches the precision asked for; from 0.5. */
const thresholdOf = (scored: readonly Scored[]): number => {
  for (let percent = 50; percent < 99; percent++) {
    const threshold = percent / 100;
    if (
      precision(scored, 'labelled', threshold) >= PRECISION.labelled &&
      precision(scored, 'union', threshold) >= PRECISION.union
    )
      return threshold;
  }
  return 0.99;
};

const sourceOf = ({ bias, weights }: Linear, threshold: number): string => {
  const kept = Object.entries(weights).filter(([, weight]) => Math.abs(weight) >= 0.005);
  const lines = kept.sort((a, b) => b[1] - a[1]).map(([name, weight]) => `    ${name}: ${Number(weight.toFixed(3))},`);
  return `// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: a trained weight may look like a constant of mathematics
import type { Signal } from './signals.ts';

/**
 * What each signal counts for, as trained by bench/train-matching.ts on half of the labelled data: above 0 it speaks for
 * the same manifestation, below 0 for another. Two records are the same from \`threshold\` (0 to 1) on. Do not edit by hand.
 */
export const model: { bias: number; threshold: number; weights: Partial<Record<Signal, number>> } = {
  bias: ${Number(bias.toFixed(3))},
  threshold: ${threshold},
  weights: {
${lines.join('\n')}
  },
};
`;
};

const folder = realData();
if (folder === undefined) console.log('skipped: no labelled records beside the project');
else {
  const examples = examplesOf(matchingData(path.join(folder, 'marc')));
  const threshold = thresholdOf(crossValidated(examples));
  const linear = train(examples, SIGNALS, RIDGE);
  const file = path.join(import.meta.dirname, '..', 'layers', 'domain', 'matching', 'model.ts');
  writeFileSync(file, sourceOf(linear, threshold));
  console.log(
    `${examples.length} training pairs, ${Object.keys(linear.weights).length} signals, threshold ${threshold}`,
  );
}
