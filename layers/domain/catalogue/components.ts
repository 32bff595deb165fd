import type { MatchFeatures } from '../matching/features.ts';
import { isSame } from '../matching/same-manifestation.ts';

/** A source record with what decides whether it belongs with another. */
type Member = { id: string; features: MatchFeatures; matchKeys: readonly string[] };

const holdTogether = (a: Member, b: Member): boolean =>
  a.matchKeys.some((key) => b.matchKeys.includes(key)) && isSame(a.features, b.features);

/** The groups into which source records fall when only direct matches hold them together, the one with the smallest id first. */
export const components = <M extends Member>(members: readonly M[]): M[][] => {
  let left = [...members].sort((a, b) => (a.id < b.id ? -1 : 1));
  const groups: M[][] = [];
  for (let first = left.shift(); first !== undefined; first = left.shift()) {
    const group = [first];
    // The group grows while it is walked: what joins it brings its own matches.
    for (const one of group) {
      const found = left.filter((other) => holdTogether(one, other));
      left = left.filter((other) => !found.includes(other));
      group.push(...found);
    }
    groups.push(group);
  }
  return groups;
};
