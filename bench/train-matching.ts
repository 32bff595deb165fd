import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { realData } from '../test/builders/real-data.ts';
import type { Linear } from './logistic.ts';
import { matchingData } from './matching-data.ts';
import { examplesOf, trainOn } from './matching-examples.ts';

/**
 * From which score on two records are the same. An operating point, chosen by hand with the figures of both halves in
 * sight (a wrong merge costs a library more than a missed one): of the model only the weights have a held-out half.
 */
const THRESHOLD = 0.7;

const sourceOf = ({ bias, weights }: Linear, threshold: number): string => {
  const kept = Object.entries(weights).filter(([, weight]) => Math.abs(weight) >= 0.005);
  const lines = kept.sort((a, b) => b[1] - a[1]).map(([name, weight]) => `    ${name}: ${Number(weight.toFixed(3))},`);
  return `// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: a trained weight may look like a constant of mathematics
import type { Signal } from './signals.ts';

/**
 * What each signal counts for, as trained by bench/train-matching.ts on half of the labelled data: above 0 it speaks for
 * the same manifestation, below 0 for another. By choice, not by training, two records are the same from \`threshold\` (0 to 1) on. Do not edit by hand.
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
  const linear = trainOn(examples);
  const file = path.join(import.meta.dirname, '..', 'layers', 'domain', 'matching', 'model.ts');
  writeFileSync(file, sourceOf(linear, THRESHOLD));
  console.log(
    `${examples.length} training pairs, ${Object.keys(linear.weights).length} signals, threshold ${THRESHOLD}`,
  );
}
