import * as fc from 'fast-check';
import { incoming, unionInMemory } from '../../../../test/builders/union-in-memory.ts';
import { book, pick, type UnionStep, unionAtWork, unionSteps } from '../../../../test/builders/union-steps.ts';
import { blockingKeys } from '../matching/blocking-keys.ts';
import { groupsOf } from './components.ts';
import { planRuling, type RulingDecision } from './plan-decision.ts';
import { StateLacks } from './union-state.ts';

const mosses = book({ title: 'a field guide to northern mosses', author: 'lind per', pages: 88 });
const apart = (decisionId: string, one: string[], two: string[]): RulingDecision => ({
  decisionId,
  is: 'apart',
  sides: [one, two],
});
const together = (decisionId: string, one: string[], two: string[]): RulingDecision => ({
  ...apart(decisionId, one, two),
  is: 'together',
});

describe('a split', () => {
  it('separates records that match, and the separated ones get a union record of their own', () => {
    const union = unionInMemory();
    union.join(incoming('ash:1', book()), incoming('oak:7', book()), incoming('elm:3', book()));
    const { before, after, relocated } = union.rule(apart('d1', ['ash:1'], ['elm:3', 'oak:7']));
    expect(union.clusters()).toEqual([['ash:1'], ['elm:3', 'oak:7']]);
    expect([before, after]).toEqual([['rec_000001'], ['rec_000001', 'rec_000002']]);
    expect(relocated).toEqual([{ sourceId: 'ash:1', recordId: 'rec_000002' }]);
    expect(union.now('rec_000001').sources).toEqual(['elm:3', 'oak:7']);
  });

  it('survives a changed load of either side, and a newcomer that matches both sides joins one of them', () => {
    const union = unionInMemory();
    union.join(incoming('ash:1', book()), incoming('oak:7', book()));
    union.rule(apart('d1', ['oak:7'], ['ash:1']));
    union.join(incoming('oak:7', book({ pages: 313 })));
    expect(union.clusters()).toEqual([['ash:1'], ['oak:7']]);
    union.join(incoming('elm:3', book({ pages: 313 })));
    expect(union.clusters()).toEqual([['ash:1'], ['elm:3', 'oak:7']]);
  });

  it('survives a withdrawal and the return', () => {
    const union = unionInMemory();
    union.join(incoming('ash:1', book()), incoming('oak:7', book()));
    union.rule(apart('d1', ['oak:7'], ['ash:1']));
    union.withdraw('oak:7');
    union.join(incoming('oak:7', book()));
    expect(union.clusters()).toEqual([['ash:1'], ['oak:7']]);
  });

  it('leaves no trace when undone', () => {
    const union = unionInMemory();
    union.join(incoming('ash:1', book()), incoming('oak:7', book()));
    const decision = apart('d1', ['oak:7'], ['ash:1']);
    union.rule(decision);
    union.undo(decision);
    expect(union.clusters()).toEqual([['ash:1', 'oak:7']]);
    expect(union.now('rec_000002').recordId).toBe('rec_000001');
    union.join(incoming('elm:3', book()));
    expect(union.clusters()).toEqual([['ash:1', 'elm:3', 'oak:7']]);
  });
});

describe('a merge', () => {
  it('joins records that do not match, also after a changed load', () => {
    const union = unionInMemory();
    union.join(incoming('ash:1', book()), incoming('oak:7', mosses));
    union.rule(together('d1', ['ash:1'], ['oak:7']));
    union.join(incoming('oak:7', { ...mosses, pages: 90 }));
    expect(union.clusters()).toEqual([['ash:1', 'oak:7']]);
    expect(union.records.get('rec_000001')?.absorbed).toEqual(['rec_000002']);
  });

  it('when undone restores what each record had: the ids that lead to it, and the sources', () => {
    const union = unionInMemory();
    union.join(incoming('ash:1', book()), incoming('oak:7', mosses), incoming('elm:3', mosses));
    const decision = together('d1', ['ash:1'], ['elm:3', 'oak:7']);
    union.rule(decision);
    const { relocated } = union.undo(decision);
    expect([union.now('rec_000001').sources, union.now('rec_000002').sources]).toEqual([['ash:1'], ['elm:3', 'oak:7']]);
    expect(union.now('rec_000001').absorbed).toEqual([]);
    expect(relocated.map(({ recordId }) => recordId)).toEqual(['rec_000002', 'rec_000002']);
  });

  it('also restores a record that a bridge had merged, when that changes into another book', () => {
    const union = unionInMemory();
    union.join(incoming('ash:1', book({ pages: 310, edition: 2 })));
    union.join(incoming('oak:7', book({ pages: 314, edition: 3 })));
    union.join(incoming('elm:3', book({ pages: 312 })));
    expect(union.now('rec_000002').recordId).toBe('rec_000001');
    union.join(incoming('elm:3', mosses));
    expect(union.now('rec_000002').sources).toEqual(['oak:7']);
  });

  it('overrides an older split, and when undone leaves that in force', () => {
    const union = unionInMemory();
    union.join(incoming('ash:1', book()), incoming('oak:7', book()));
    union.rule(apart('d1', ['oak:7'], ['ash:1']));
    const merge = together('d2', ['ash:1'], ['oak:7']);
    union.rule(merge);
    expect(union.clusters()).toEqual([['ash:1', 'oak:7']]);
    union.undo(merge);
    expect(union.clusters()).toEqual([['ash:1'], ['oak:7']]);
  });
});

const someStep = fc.oneof(...unionSteps, { weight: 3, arbitrary: fc.record({ hold: pick }) });

/** Runs of any length up to the maximum: by default fast-check would rarely draw more than ten steps. */
const runs = (maxLength: number) => fc.array(someStep, { minLength: 1, maxLength, size: 'max' });

/** Applies steps to a union; remembers the sources and the records with holds. */
const worked = (steps: readonly (UnionStep | { hold: number })[]) => {
  const { union, current, nth, live, work } = unionAtWork();
  const holds: string[] = [];
  for (const step of steps) {
    if (!('hold' in step)) work(step);
    else holds.push(...[nth(live(), step.hold)].flatMap((record) => record?.recordId ?? []));
  }
  return { union, current, holds };
};

describe('with any loads, withdrawals, splits, merges and undos, in any order', () => {
  it('the clusters are those that follow from the records and the decisions in force alone', () => {
    fc.assert(
      fc.property(runs(40), (steps) => {
        const { union, current } = worked(steps);
        const members = [...current].map(([id, features]) => ({
          ...{ id, features, matchKeys: blockingKeys(features) },
          rulings: union.sources.get(id)?.rulings ?? [],
        }));
        const expected = groupsOf(members, union.rules).map((group) => group.map(({ id }) => id).sort());
        expect(union.clusters()).toEqual(expected.sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1)));
      }),
      { numRuns: 100 },
    );
  });

  it('each record id leads to one record, and its queue has its holds: none is lost, none appears twice', () => {
    fc.assert(
      fc.property(runs(40), (steps) => {
        const { union, holds } = worked(steps);
        const live = [...union.records.values()].filter(({ mergedInto }) => mergedInto === undefined);
        const queues = live.map(({ recordId, absorbed }) => [recordId, ...absorbed]);
        expect(queues.flat().sort()).toEqual([...union.records.keys()].sort());
        for (const queue of queues) for (const id of queue) expect(union.now(id).recordId).toBe(queue[0]);
        expect(queues.flatMap((ids) => holds.filter((id) => ids.includes(id))).length).toBe(holds.length);
      }),
      { numRuns: 100 },
    );
  });

  it('a merge that is undone at once leaves every hold in the queue where it was placed', () => {
    fc.assert(
      fc.property(runs(25), pick, pick, (steps, one, two) => {
        const { union, holds } = worked(steps);
        const clusters = union.clusters();
        const [a, b] = [clusters[one % Math.max(1, clusters.length)], clusters[two % Math.max(1, clusters.length)]];
        fc.pre(a !== undefined && b !== undefined && a !== b);
        const queueOf = (id: string): string => union.now(id).sources.join(' ');
        const before = holds.map(queueOf);
        const decision = together('d999', a ?? [], b ?? []);
        union.rule(decision);
        union.undo(decision);
        expect([union.clusters(), holds.map(queueOf)]).toEqual([clusters, before]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('every source of a record stays in one', () => {
  it('also one without a key for matching', () => {
    const union = unionInMemory();
    union.join(incoming('ash:1', book({ title: '' })), incoming('oak:7', book()));
    union.rule(together('d1', ['ash:1'], ['oak:7']));
    expect(union.clusters()).toEqual([['ash:1', 'oak:7']]);
    union.join(incoming('oak:7', book({ pages: 313 })));
    expect(union.clusters()).toEqual([['ash:1', 'oak:7']]);
  });

  it('a record that joined after its block was read and before it was read itself: both are read again', () => {
    const union = unionInMemory();
    union.join(incoming('ash:1', book()), incoming('oak:7', book()));
    const blocks = new Map(union.blocks);
    union.join(incoming('fir:2', book()));
    const planned = () => planRuling({ ...union, blocks }, apart('d1', ['oak:7'], ['ash:1']), () => 'rec_9');
    expect(planned).toThrow(StateLacks);
    try {
      planned();
    } catch (error) {
      const torn = { blocks: blockingKeys(book()).slice(0, 1), sources: ['fir:2'] };
      expect((error as StateLacks).torn).toEqual(torn);
    }
  });
});
