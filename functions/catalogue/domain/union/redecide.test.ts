import * as fc from 'fast-check';
import { incoming, unionInMemory } from '../../../../test/builders/union-in-memory.ts';
import { book, unionAtWork, unionSteps } from '../../../../test/builders/union-steps.ts';
import { defaultRules, type MatchRules } from '../matching/match-rules.ts';

const reissuesJoin: MatchRules = { ...defaultRules, reissues: 'same', version: 1 };
const reissue = book({ date1: '2001' });

describe('stored records that are decided again by other match rules', () => {
  it('join titles that the new rules make one, and part them again by the former rules, each under its former id', () => {
    const union = unionInMemory();
    union.join(incoming('ash:1', book()), incoming('oak:7', reissue), incoming('elm:3', book()));
    expect(union.clusters()).toEqual([['ash:1', 'elm:3'], ['oak:7']]);
    const own = [...union.records.values()].find(({ sources }) => sources.includes('oak:7'))?.recordId ?? '';
    const [joined, ...more] = union.redecide(reissuesJoin);
    expect(joined).toMatchObject({ joined: ['ash:1', 'elm:3', 'oak:7'], parted: [], relocated: [] });
    expect([more, union.clusters()]).toEqual([[], [['ash:1', 'elm:3', 'oak:7']]]);
    const [parted] = union.redecide(defaultRules);
    expect(parted).toMatchObject({
      parted: ['ash:1', 'elm:3', 'oak:7'],
      relocated: [{ sourceId: 'oak:7', recordId: own }],
    });
    expect(union.clusters()).toEqual([['ash:1', 'elm:3'], ['oak:7']]);
    expect(union.now(own).sources).toEqual(['oak:7']);
  });

  it('never join what staff marked as distinct, and never part what staff merged', () => {
    const union = unionInMemory();
    union.join(incoming('ash:1', book()), incoming('oak:7', reissue));
    union.rule({ decisionId: 'd1', is: 'apart', sides: [['ash:1'], ['oak:7']] });
    expect(union.redecide(reissuesJoin)).toEqual([]);
    const other = unionInMemory(reissuesJoin);
    other.join(incoming('ash:1', book()), incoming('oak:7', reissue));
    other.rule({ decisionId: 'd1', is: 'together', sides: [['ash:1'], ['oak:7']] });
    expect(other.redecide({ ...defaultRules, reissues: 'apart', version: 2 })).toEqual([]);
    expect(other.clusters()).toEqual([['ash:1', 'oak:7']]);
  });

  it('get the present match keys, and then join records that only these have in common', () => {
    const union = unionInMemory();
    union.join({ ...incoming('ash:1', book()), matchKeys: ['title:of another time'] }, incoming('oak:7', book()));
    expect(union.clusters()).toEqual([['ash:1'], ['oak:7']]);
    union.redecide(defaultRules);
    expect(union.clusters()).toEqual([['ash:1', 'oak:7']]);
    expect(union.blocks.get('title:of another time')?.pages).toEqual([expect.objectContaining({ entries: [] })]);
    expect(union.sources.get('ash:1')?.matchKeys).toEqual(incoming('oak:7', book()).matchKeys);
    expect(union.redecide(defaultRules)).toEqual([]);
  });

  it('put a pair before staff when the new rules ask a person', () => {
    const union = unionInMemory(reissuesJoin);
    union.join(incoming('ash:1', book()), incoming('oak:7', reissue));
    const [parted] = union.redecide(defaultRules);
    expect(parted?.possibleDuplicates).toMatchObject([{ one: 'ash:1', two: 'oak:7' }]);
  });

  it('make the union that a load by these rules makes, in any order and as often as they are decided', () => {
    const features = fc
      .record({ date1: fc.constantFrom('1998', '2001', '2005'), pages: fc.constantFrom(310, 312, 340) })
      .map((some) => book(some));
    fc.assert(
      fc.property(
        fc.array(features, { minLength: 2, maxLength: 7 }),
        fc.boolean(),
        fc.boolean(),
        (books, back, isJoined) => {
          const [from, to] = isJoined ? [reissuesJoin, defaultRules] : [defaultRules, reissuesJoin];
          const all = books.map((one, i) => incoming(`m:${i}`, one));
          const [stored, loaded] = [unionInMemory(from), unionInMemory(to)];
          for (const one of all) stored.join(one);
          for (const one of all) loaded.join(one);
          const ids = all.map(({ sourceId }) => sourceId);
          stored.redecide(to, back ? ids.toReversed() : ids);
          expect(stored.clusters()).toEqual(loaded.clusters());
          expect(stored.redecide(to)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('change nothing by the rules in force, whatever loads, withdrawals and decisions came before', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(...unionSteps), { maxLength: 14 }), (steps) => {
        const { union, work } = unionAtWork();
        for (const step of steps) work(step);
        const before = union.clusters();
        expect(union.redecide(union.rules)).toEqual([]);
        expect(union.clusters()).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});
