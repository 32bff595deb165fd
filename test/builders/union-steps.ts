import * as fc from 'fast-check';
import type { MatchFeatures } from '../../functions/catalogue/domain/matching/features.ts';
import type { RulingDecision } from '../../functions/catalogue/domain/union/plan-decision.ts';
import type { UnionRecord } from '../../functions/catalogue/domain/union/union-state.ts';
import { incoming, unionInMemory } from './union-in-memory.ts';

/** The matcher's input for a book. */
export const book = (more: Partial<MatchFeatures> = {}): MatchFeatures => ({
  title: 'the memory of water and stone',
  author: 'okri nadia',
  type: 'a',
  level: 'm',
  carrier: 'print',
  dateType: 's',
  date1: '1998',
  pages: 312,
  publisher: 'harbour',
  language: 'eng',
  ...more,
});

const someFeatures = fc
  .record({
    title: fc.constantFrom('the memory of water and stone', 'the memory of water', 'northern mosses'),
    pages: fc.constantFrom(310, 312, 314, 340),
    edition: fc.constantFrom(undefined, 2, 3),
    author: fc.constantFrom('okri nadia', 'lind per'),
  })
  .map(({ edition, ...rest }) => book({ ...rest, ...(edition === undefined ? {} : { edition }) }));

/** The selection of an entry, for `nth` of `unionAtWork`. */
export const pick = fc.nat({ max: 40 });

/** The steps of a union: loads that match again, withdrawals, splits, merges, and undoing any decision; chosen by weight. */
export const unionSteps = [
  { weight: 6, arbitrary: fc.record({ load: fc.nat({ max: 7 }), features: someFeatures }) },
  { weight: 1, arbitrary: fc.record({ withdraw: fc.nat({ max: 7 }) }) },
  { weight: 2, arbitrary: fc.record({ split: pick, leaving: pick }) },
  { weight: 2, arbitrary: fc.record({ merge: pick, into: pick }) },
  { weight: 2, arbitrary: fc.record({ undo: pick }) },
] as const;
export type UnionStep = (typeof unionSteps)[number]['arbitrary'] extends fc.Arbitrary<infer T> ? T : never;

const nth = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

/** A union that takes steps, with the current state and decisions. */
export const unionAtWork = () => {
  const union = unionInMemory();
  const current = new Map<string, MatchFeatures>();
  const decided: RulingDecision[] = [];
  const decide = (is: 'apart' | 'together', one: string[], two: string[]): void => {
    const decisionId = `d${String(decided.length).padStart(3, '0')}`;
    decided.push({ decisionId, is, sides: [one, two] });
    union.rule({ decisionId, is, sides: [one, two] });
  };
  const work = (step: UnionStep): void => {
    const clusters = union.clusters();
    if ('load' in step) {
      current.set(`m:${step.load}`, step.features);
      union.join(incoming(`m:${step.load}`, step.features));
    } else if ('withdraw' in step) {
      current.delete(`m:${step.withdraw}`);
      union.withdraw(`m:${step.withdraw}`);
    } else if ('split' in step) {
      const cluster = nth(clusters, step.split) ?? [];
      const cut = 1 + (step.leaving % Math.max(1, cluster.length - 1));
      if (cluster.length > 1) decide('apart', cluster.slice(0, cut), cluster.slice(cut));
    } else if ('merge' in step) {
      const [one, two] = [nth(clusters, step.merge), nth(clusters, step.into)];
      if (one && two && one !== two) decide('together', one, two);
    } else {
      const decision = nth(decided, step.undo);
      if (decision) union.undo(decision);
    }
  };
  /** The records that are not merged into another. */
  const live = (): UnionRecord[] => [...union.records.values()].filter(({ mergedInto }) => mergedInto === undefined);
  return { union, current, nth, live, work };
};
