import { decide, isSame, weigh } from '../functions/catalogue/domain/matching/same-manifestation.ts';
import { fromCaller } from './caller.ts';
import { missedOf, reportMissed } from './goals.ts';
import { type LabelledPair, pairsIn } from './matching-data.ts';
import { isLabelled, type Merged, mergedByBasis, mergedOf, type Scores, scoresOf, share } from './matching-scores.ts';

/**
 * The results of the product's matcher on labelled pairs. Precision and recall are over all pairs; a hard negative is a
 * different pair that is none of HathiTrust's own labels, most of which are easy.
 */
type PairFigures = Omit<Scores, 'wrongMerges'> & {
  missingPairs: number;
  labelled: Scores;
  hardNegatives: number;
  hardMerged: number;
  byBasis: Record<string, Merged>;
};

const figuresOf = (pairs: readonly LabelledPair[], missingPairs: number): PairFigures => {
  const { wrongMerges: _, ...scores } = scoresOf(pairs, isSame);
  const hard = mergedOf(
    pairs.filter((pair) => !pair.same && !isLabelled(pair)),
    isSame,
  );
  return {
    ...scores,
    missingPairs,
    labelled: scoresOf(pairs.filter(isLabelled), isSame),
    hardNegatives: hard.pairs,
    hardMerged: hard.merged,
    byBasis: mergedByBasis(pairs, isSame),
  };
};

/** Returns the missed goals on pairs: better than the published neural model on HathiTrust's labels, and hardly a hard negative merged. */
const missed = ({ precision, recall, labelled, hardNegatives, hardMerged }: PairFigures): string[] =>
  missedOf([
    { what: 'precision', figure: precision, least: 0.995 },
    { what: 'recall', figure: recall, least: 0.95 },
    ...(labelled.pairs > 0
      ? [{ what: 'accuracy on HathiTrust’s labels', figure: labelled.accuracy, least: 0.985 }]
      : []),
    ...(hardNegatives > 0
      ? [{ what: 'the share of hard negatives merged', figure: share(hardMerged, hardNegatives), most: 0.01 }]
      : []),
  ]);

/** Prints each pair that the matcher gets wrong, with its signals. */
const explainWrong = (pairs: readonly LabelledPair[]): void => {
  for (const { a, b, same, basis } of pairs) {
    const { verdict, score, because } = decide(a.features, b.features);
    if ((verdict === 'same') === same) continue;
    console.log(`${a.id} ${b.id} ${same ? 'same' : 'different'} (${basis}), said ${verdict} ${score}`);
    console.log(`  ${because.join('; ')}`);
    if (score > 0)
      for (const { kind, points, words = '' } of weigh(a.features, b.features).evidence)
        console.log(`  ${points.toFixed(2).padStart(6)} ${kind} ${words}`.trimEnd());
  }
};

if (import.meta.main) {
  const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  const [records, truth] = words.map(fromCaller);
  if (records === undefined || truth === undefined) {
    console.error('usage: npm run bench:matching -- RECORDS.mrc TRUTH.tsv [--json] [--explain]');
    process.exitCode = 2;
  } else {
    const { pairs, missing } = pairsIn(records, truth);
    const figures = figuresOf(pairs, missing);
    if (process.argv.includes('--explain')) explainWrong(pairs);
    if (process.argv.includes('--json')) console.log(JSON.stringify(figures));
    else {
      const { byBasis, labelled, ...all } = figures;
      console.table({ all, 'hathitrust-cid-label': labelled });
      console.table(byBasis);
    }
    reportMissed(missed(figures));
  }
}
