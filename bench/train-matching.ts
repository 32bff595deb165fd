import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { realData } from '../test/builders/real-data.ts';
import type { Linear } from './logistic.ts';
import { matchingData } from './matching-data.ts';
import { type Example, examplesOf, scoreBy, trainOn } from './matching-examples.ts';

/** The share of right ones among merges that the threshold must reach in cross-validation, labelled pairs and union. */
const PRECISION = { labelled: 0.992, union: 0.985 };

type Scored = { score: number; same: boolean; kind: Example['kind'] };

/** Scores every training pair by a model that has not seen it. */
const crossValidated = (examples: readonly Example[]): Scored[] =>
  [0, 1, 2, 3, 4].flatMap((fold) => {
    const model = trainOn(examples.filter((one) => one.fold !== fold && one.fold !== -1));
    return examples
      .filter((one) => one.fold === fold || (one.fold === -1 && fold === 0))
      .map(({ signals, same, kind }) => ({ score: scoreBy(model, signals), same, kind }));
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
  const data = matchingData(path.join(folder, 'marc'));
  const examples = examplesOf(data, (one) => !data.heldOut(one));
  const threshold = thresholdOf(crossValidated(examples));
  const linear = trainOn(examples);
  const file = path.join(import.meta.dirname, '..', 'layers', 'domain', 'matching', 'model.ts');
  writeFileSync(file, sourceOf(linear, threshold));
  console.log(
    `${examples.length} training pairs, ${Object.keys(linear.weights).length} signals, threshold ${threshold}`,
  );
}
