import type { MatchFeatures } from '../functions/catalogue/domain/matching/features.ts';
import { model } from '../functions/catalogue/domain/matching/model.generated.ts';
import { decide, likelihood } from '../functions/catalogue/domain/matching/same-manifestation.ts';
import { candidatesOf } from './blocking.ts';
import type { MatchingData } from './matching-data.ts';

const MOST = 30;

const lineOf = (one: MatchFeatures): string =>
  [
    [one.title, one.rest, one.part, one.partTitle].filter((text) => text !== undefined).join(' : '),
    one.author ?? one.by ?? '',
    [one.place, one.publisher, one.date1, ...(one.years ?? [])].filter((text) => text !== undefined).join(' '),
    [one.extent, one.height].filter((text) => text !== undefined).join(' '),
    [one.edition, one.editionWords].filter((text) => text !== undefined).join(' '),
  ].join(' | ');

/** Prints the merges of the union whose scores are nearest to the threshold, for a cataloguer to judge, with the label of each. */
export const printNearest = ({ members, clusterOf }: MatchingData): void => {
  const merges = candidatesOf(members)
    .map((pair) => ({ ...pair, score: likelihood(pair.a.features, pair.b.features) }))
    .filter(({ score }) => score >= model.sameFrom)
    .sort((one, two) => one.score - two.score);
  for (const { a, b, score } of merges.slice(0, MOST)) {
    const label = clusterOf.get(a.id) === clusterOf.get(b.id) ? 'labelled the same' : 'labelled different';
    console.log(`${score.toFixed(3)} ${label}: ${decide(a.features, b.features).because.join('; ')}`);
    console.log(`  ${lineOf(a.features)}\n  ${lineOf(b.features)}`);
  }
};
