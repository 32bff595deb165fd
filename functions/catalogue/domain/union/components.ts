import type { MatchFeatures } from '../matching/features.ts';
import type { MatchRules } from '../matching/match-rules.ts';
import { isSame, likelihood } from '../matching/same-manifestation.ts';
import { isRuled, type Ruling, rulingOn } from './record-decisions.ts';

/** A source record with the data that decides whether it belongs with another; one without features matches nothing. */
export type Member = {
  id: string;
  features?: MatchFeatures | undefined;
  matchKeys: readonly string[];
  rulings?: readonly Ruling[] | undefined;
};

const shareKey = (a: Member, b: Member): boolean => a.matchKeys.some((key) => b.matchKeys.includes(key));

/** Returns the features of two members that share a key. */
const compared = (a: Member, b: Member): [MatchFeatures, MatchFeatures] | undefined =>
  a.features && b.features && shareKey(a, b) ? [a.features, b.features] : undefined;

const holdTogether = (a: Member, b: Member, rules: MatchRules): boolean => {
  const pair = compared(a, b);
  return pair !== undefined && isSame(...pair, rules);
};

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

const components = <M extends Member>(members: readonly M[], rules: MatchRules): M[][] => {
  let left = [...members].sort(byId);
  const groups: M[][] = [];
  for (let first = left.shift(); first !== undefined; first = left.shift()) {
    const group = [first];
    // The loop includes what it adds: each new element adds its own matches.
    for (const one of group) {
      const found = left.filter((other) => holdTogether(one, other, rules));
      left = left.filter((other) => !found.includes(other));
      group.push(...found);
    }
    groups.push(group);
  }
  return groups;
};

/** A connection of two members: decisions of staff before any match, the newest first; among matches the likelier. */
type Tie<M> = { a: M; b: M; decidedBy: string; score: number };

const tieOf = <M extends Member>(a: M, b: M, rules: MatchRules): Tie<M> | undefined => {
  const ruling = rulingOn(a, b.id);
  if (ruling?.is === 'apart') return undefined;
  if (ruling) return { a, b, decidedBy: ruling.decisionId, score: 1 };
  const pair = compared(a, b);
  return pair && isSame(...pair, rules) ? { a, b, decidedBy: '', score: likelihood(...pair, rules) } : undefined;
};

const strongestFirst = <M extends Member>(one: Tie<M>, two: Tie<M>): number => {
  if (one.decidedBy !== two.decidedBy) return one.decidedBy > two.decidedBy ? -1 : 1;
  return two.score - one.score || byId(one.a, two.a) || byId(one.b, two.b);
};

const areApart = (one: readonly Member[], two: readonly Member[]): boolean =>
  one.some((a) => two.some((b) => rulingOn(a, b.id)?.is === 'apart'));

const ruledGroups = <M extends Member>(members: readonly M[], rules: MatchRules): M[][] => {
  const sorted = [...members].sort(byId);
  const ties = sorted.flatMap((a, at) => sorted.slice(at + 1).flatMap((b) => tieOf(a, b, rules) ?? []));
  const groupOf = new Map(sorted.map((one) => [one.id, [one]]));
  for (const { a, b } of ties.sort(strongestFirst)) {
    const [one = [], two = []] = [groupOf.get(a.id), groupOf.get(b.id)];
    if (one === two || areApart(one, two)) continue;
    const both = [...one, ...two];
    for (const { id } of both) groupOf.set(id, both);
  }
  return [...new Set(groupOf.values())].map((group) => group.sort(byId));
};

/**
 * Returns the groups of source records, the one with the smallest id first: direct matches by the rules are connected, unless staff ruled
 * otherwise.
 * Records that staff marked as distinct are never in one group; a record that matches both sides joins the likelier. Depends on the members
 * only, not on their order.
 */
export const groupsOf = <M extends Member>(members: readonly M[], rules: MatchRules): M[][] =>
  members.some(isRuled) ? ruledGroups(members, rules) : components(members, rules);
