import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Model, Tree } from '../functions/catalogue/domain/matching/trees.ts';
import { realData } from '../test/builders/real-data.ts';
import { boost } from './boost.ts';
import { boundsOf, crossValidated, growth, partsOf } from './cross-validate.ts';
import { divided, matchingData } from './matching-data.ts';
import { examplesOf } from './matching-examples.ts';
import { crossValidationRows } from './matching-rows.ts';

/** Returns a tree in one line of TypeScript, in the project's quoting style. */
const lineOf = (tree: Tree): string => {
  if (typeof tree === 'number') return String(tree);
  const [signal, most, silent, low, high] = tree;
  return `['${signal}', ${most}, '${silent}', ${lineOf(low)}, ${lineOf(high)}]`;
};

const sourceOf = ({ bias, trees }: Model, { sameFrom, askFrom }: { sameFrom: number; askFrom: number }): string =>
  `import type { TrainedModel } from './trees.ts';

/** As trained by bench/train-matching.ts (npm run train:matching) on the training part of the labelled pairs. Do not edit by hand. */
export const model: TrainedModel = {
  sameFrom: ${sameFrom},
  askFrom: ${askFrom},
  bias: ${bias},
  trees: [
${trees.map((tree) => `    ${lineOf(tree)},`).join('\n')}
  ],
};
`;

// Writes the model of the product from the training part alone: the bounds from cross-validated scores, the trees from all of its pairs.
// The unseen part is not read. The same data gives the same file.
if (import.meta.main) {
  const folder = realData();
  if (folder === undefined) console.log('skipped: no labelled records beside the project');
  else {
    const data = divided(matchingData(path.join(folder, 'marc'))).training;
    const examples = examplesOf(data);
    const scoreOf = crossValidated(data, examples);
    const bounds = boundsOf(data, scoreOf);
    console.table(crossValidationRows(partsOf(data, scoreOf, bounds.sameFrom)));
    const file = path.join(import.meta.dirname, '../functions/catalogue/domain/matching/model.generated.ts');
    writeFileSync(file, sourceOf(boost(examples, growth), bounds));
    console.log(`${examples.length} pairs, same from ${bounds.sameFrom}, ask from ${bounds.askFrom}`);
  }
}
