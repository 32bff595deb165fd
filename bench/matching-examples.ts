import { isCautioned } from '../functions/catalogue/domain/matching/cautions.ts';
import { compareFeatures } from '../functions/catalogue/domain/matching/compare.ts';
import type { MatchFeatures } from '../functions/catalogue/domain/matching/features.ts';
import { inOneScript } from '../functions/catalogue/domain/matching/scripts.ts';
import { isParted, isVetoed } from '../functions/catalogue/domain/matching/vetoes.ts';
import { candidatesOf } from './blocking.ts';
import type { Row } from './boost.ts';
import { inventedPairs } from './invented-pairs.ts';
import type { Known, LabelledPair, MatchingData } from './matching-data.ts';

/** A labelled pair for training, and the group of records that it belongs to. */
export type Example = Row & { group: string };

// Identifiers, serials and other forms occur only in the few pairs that are not from HathiTrust, so they have more weight.
const WEIGHT_OF_OTHERS = 2;

type Pair = { a: MatchFeatures; b: MatchFeatures; same: boolean; weight: number; group: string };

// Most of our own pairs test rules, whose reasons are no signals: they would teach the model that equal descriptions differ.
const isForRules = ({ a, b, basis }: LabelledPair): boolean => {
  const pair = inOneScript(a.features, b.features);
  return basis.startsWith('own') && (isVetoed(...pair) || isCautioned(...pair));
};

const labelled = (data: MatchingData): Pair[] =>
  data.pairs
    .filter((pair) => !isForRules(pair))
    .map(({ a, b, same, basis }) => ({
      a: a.features,
      b: b.features,
      same,
      weight: basis.startsWith('hathitrust') ? 1 : WEIGHT_OF_OTHERS,
      group: data.groupOf(a),
    }));

/** Returns pairs of the members' files that share a key; a pair of two groups belongs to the first, and is dropped if that is another's. */
const ofUnion = (data: MatchingData): Pair[] => {
  const clusterOf = (one: Known): string => data.clusterOf.get(one.id) ?? one.id;
  return candidatesOf(data.members).map(({ a, b }) => ({
    a: a.features,
    b: b.features,
    same: clusterOf(a) === clusterOf(b),
    weight: 1,
    group: data.groupOf(a),
  }));
};

/** Returns all pairs for training; the model does not decide those of another form, part or edition. */
export const examplesOf = (data: MatchingData): Example[] =>
  [...labelled(data), ...ofUnion(data), ...inventedPairs(data)]
    .map(({ a, b, ...rest }) => {
      const [one, two] = inOneScript(a, b);
      return { a: one, b: two, ...rest };
    })
    .filter(({ a, b }) => a.title !== '' && b.title !== '' && !isParted(a, b))
    .map(({ a, b, ...rest }) => ({ ...rest, signals: compareFeatures(a, b) }));
