import { blocksOf, candidatesOf } from './blocking.ts';
import { fromCaller } from './caller.ts';
import { missedOf, reportMissed } from './goals.ts';
import { membersIn } from './matching-data.ts';
import { share, unionOf } from './matching-scores.ts';

/** Compares the product's union of a folder's files with the perfect one, and measures the cost of its blocking. */
const measureUnion = (folder: string) => {
  const { members, clusterOf } = membersIn(folder);
  const candidates = candidatesOf(members);
  const together = candidates.filter(({ a, b }) => clusterOf.get(a.id) === clusterOf.get(b.id)).length;
  const sizes = [...Map.groupBy(members, (one) => clusterOf.get(one.id) ?? one.id).values()].map((all) => all.length);
  const belong = sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  return {
    ...unionOf(members, clusterOf),
    candidatePairs: candidates.length,
    blockingRecall: share(together, belong),
    largestBlock: [...blocksOf(members).values()].reduce((most, block) => Math.max(most, block.length), 0),
  };
};

if (import.meta.main) {
  const [folder] = process.argv
    .slice(2)
    .filter((word) => !word.startsWith('--'))
    .map(fromCaller);
  if (folder === undefined) {
    console.error('usage: npm run bench:union -- DIR [--json]   (DIR holds lib*.mrc and union-truth.tsv)');
    process.exitCode = 2;
  } else {
    const figures = measureUnion(folder);
    if (process.argv.includes('--json')) console.log(JSON.stringify(figures));
    else console.table(figures);
    const { pairPrecision, pairRecall } = figures;
    reportMissed(
      missedOf([
        { what: 'pairwise precision', figure: pairPrecision, least: 0.99 },
        { what: 'pairwise recall', figure: pairRecall, least: 0.97 },
      ]),
    );
  }
}
