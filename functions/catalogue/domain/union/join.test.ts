import * as fc from 'fast-check';
import { incoming, unionInMemory } from '../../../../test/builders/union-in-memory.ts';
import { book } from '../../../../test/builders/union-steps.ts';
import { clusterAll } from '../matching/cluster.ts';
import type { MatchFeatures } from '../matching/features.ts';
import { isSame } from '../matching/same-manifestation.ts';
import { BLOCK_PAGE } from './union-state.ts';

describe('joining the union', () => {
  it('puts the same book of two members in one record', () => {
    const union = unionInMemory();
    union.join(incoming('ash:1', book()));
    expect(union.join(incoming('oak:7', book()))).toEqual([{ recordId: 'rec_000001', matched: true }]);
    expect(union.clusters()).toEqual([['ash:1', 'oak:7']]);
  });

  it('puts a record that was stored with other match keys into the blocks of its present ones when it is loaded again', () => {
    const union = unionInMemory();
    union.join({ ...incoming('ash:1', book()), matchKeys: ['title:of another time'] });
    union.join(incoming('ash:1', book()));
    expect(union.join(incoming('oak:7', book()))).toEqual([{ recordId: 'rec_000001', matched: true }]);
  });

  it('separates print and online', () => {
    const union = unionInMemory();
    union.join(incoming('ash:1', book()), incoming('oak:7', book({ carrier: 'online' })));
    expect(union.clusters()).toEqual([['ash:1'], ['oak:7']]);
  });

  // Similar to both, the bridge connects the two ends.
  const [left, bridge, right] = [
    book({ pages: 310, edition: 2 }),
    book({ pages: 312 }),
    book({ pages: 314, edition: 3 }),
  ];

  it('merges two records when a third bridges them, into the older, which stores the other’s id', () => {
    expect([isSame(left, right), isSame(left, bridge), isSame(bridge, right)]).toEqual([false, true, true]);
    const union = unionInMemory();
    union.join(incoming('ash:1', left));
    union.join(incoming('oak:7', right));
    union.join(incoming('elm:3', bridge));
    expect(union.clusters()).toEqual([['ash:1', 'elm:3', 'oak:7']]);
    expect(union.records.get('rec_000001')?.absorbed).toEqual(['rec_000002']);
    expect(union.records.get('rec_000002')?.mergedInto).toBe('rec_000001');
  });

  it('separates a record again when the bridge changes into another book', () => {
    const union = unionInMemory();
    union.join(incoming('ash:1', left), incoming('oak:7', right), incoming('elm:3', bridge));
    union.join(incoming('elm:3', book({ title: 'a field guide to northern mosses', author: 'lind per' })));
    expect(union.clusters()).toEqual([['ash:1'], ['elm:3'], ['oak:7']]);
  });

  it('changes nothing for a record with unchanged features', () => {
    const union = unionInMemory();
    union.join(incoming('ash:1', book()), incoming('oak:7', book()));
    const before = JSON.stringify([...union.records]);
    union.join(incoming('ash:1', book()));
    expect(JSON.stringify([...union.records])).toBe(before);
  });

  it('finds a match on a further page of a crowded block', () => {
    const union = unionInMemory();
    for (let i = 0; i < BLOCK_PAGE + 5; i++)
      union.join(incoming(`ash:${i}`, book({ edition: i + 2, pages: 100 + 9 * i })));
    const [placed] = union.join(
      incoming('oak:1', book({ edition: BLOCK_PAGE + 5, pages: 100 + 9 * (BLOCK_PAGE + 3) })),
    );
    expect(placed?.matched).toBe(true);
  });
});

const someFeatures = fc
  .record({
    title: fc.constantFrom('the memory of water and stone', 'the memory of water', 'northern mosses'),
    pages: fc.constantFrom(310, 312, 314, 340),
    edition: fc.constantFrom(undefined, 2, 3),
    date1: fc.constantFrom('1998', '1999'),
    author: fc.constantFrom('okri nadia', 'lind per'),
  })
  .map(({ edition, ...rest }) => book({ ...rest, ...(edition === undefined ? {} : { edition }) }));

describe('in any order', () => {
  it('loading one by one, in groups and with changes in between gives the same clusters as all at once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), someFeatures), { minLength: 1, maxLength: 30 }),
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 30, maxLength: 30 }),
        (loads, sizes) => {
          const union = unionInMemory();
          const last = new Map<string, MatchFeatures>();
          const waiting = loads.map(([i, features]) => incoming(`m:${i}`, features));
          for (const size of sizes) union.join(...waiting.splice(0, size));
          for (const [i, features] of loads) last.set(`m:${i}`, features);
          expect(union.clusters()).toEqual(clusterAll([...last].map(([id, features]) => ({ id, features }))));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('withdrawn records, some of them restored, leave the clusters that loading only the others would give', () => {
    const step = fc.tuple(fc.integer({ min: 0, max: 7 }), fc.option(someFeatures, { freq: 3 }));
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), (steps) => {
        const union = unionInMemory();
        const current = new Map<string, MatchFeatures>();
        for (const [i, features] of steps) {
          const id = `m:${i}`;
          if (features) {
            union.join(incoming(id, features));
            current.set(id, features);
          } else {
            union.withdraw(id);
            current.delete(id);
          }
        }
        expect(union.clusters()).toEqual(clusterAll([...current].map(([id, features]) => ({ id, features }))));
      }),
      { numRuns: 300 },
    );
  });
});
