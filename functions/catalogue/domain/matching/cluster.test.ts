import * as fc from 'fast-check';
import { anyDescribedBook, describedBook } from '../../../../test/builders/described-book.ts';
import { blockingKeys } from './blocking-keys.ts';
import { type ClusterInput, clusterAll } from './cluster.ts';
import { matchFeatures } from './features.ts';
import { isSame } from './same-manifestation.ts';

const anyCatalogue: fc.Arbitrary<ClusterInput[]> = fc
  .array(anyDescribedBook, { maxLength: 25 })
  .map((records) => records.map((record, index) => ({ id: `r${index}`, features: matchFeatures(record) })));

/** Loads one record after another: each joins, and so unites, every cluster with a match. */
const oneByOne = (records: readonly ClusterInput[]): string[][] => {
  let clusters: ClusterInput[][] = [];
  const meets = (one: ClusterInput, two: ClusterInput): boolean =>
    blockingKeys(one.features).some((key) => blockingKeys(two.features).includes(key)) &&
    isSame(one.features, two.features);
  for (const record of records) {
    const joined = clusters.filter((cluster) => cluster.some((member) => meets(member, record)));
    clusters = [...clusters.filter((cluster) => !joined.includes(cluster)), [...joined.flat(), record]];
  }
  return clusters
    .map((cluster) => cluster.map(({ id }) => id).sort())
    .sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
};

describe('clusters', () => {
  it('are the same for any order of arrival', () => {
    const shuffled = anyCatalogue.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(fc.property(shuffled, ([all, other]) => expect(clusterAll(other)).toEqual(clusterAll(all))));
  });

  it('are the same when loaded one by one or all at once', () => {
    fc.assert(fc.property(anyCatalogue, (all) => expect(oneByOne(all)).toEqual(clusterAll(all))));
  });

  it('contain every record once', () => {
    fc.assert(
      fc.property(anyCatalogue, (all) => expect(clusterAll(all).flat().sort()).toEqual(all.map(({ id }) => id).sort())),
    );
  });

  it('join what two members describe in their own ways, and leave the e-book separate', () => {
    const book = {
      title: '$aInfamous day :$bMarines at Pearl Harbor /$cby Robert J. Cressman.',
      author: '$aCressman, Robert.',
      imprint: '$aWashington :$bMarine Corps,$c1992.',
      extent: '$a31 p. ;$c28 cm.',
      date1: '1992',
    };
    const records = [
      book,
      {
        ...book,
        author: '$aCressman, Robert J.',
        title: '$aInfamous day;$bMarines at Pearl Harbor.',
        extent: '$a31 pages',
      },
      { ...book, form: 'o', extent: '$a1 online resource (31 p.)' },
    ].map((given, index) => ({ id: `m${index}`, features: matchFeatures(describedBook(given)) }));
    expect(clusterAll(records)).toEqual([['m0', 'm1'], ['m2']]);
  });
});

describe('blocking keys', () => {
  it('are at most five, distinct and deterministic', () => {
    fc.assert(
      fc.property(anyDescribedBook, (record) => {
        const keys = blockingKeys(matchFeatures(record));
        expect(keys.length).toBeGreaterThan(0);
        expect(keys.length).toBeLessThanOrEqual(5);
        expect([...new Set(blockingKeys(matchFeatures(structuredClone(record))))]).toEqual(keys);
      }),
    );
  });

  it('take more of a title with a very common beginning', () => {
    const key = (title: string) =>
      blockingKeys(matchFeatures(describedBook({ title, date1: '1976' }))).find((one) => one.startsWith('year:'));
    expect([key('$aAnnual report of the harbour board.'), key('$aEchoes from mist-land.')]).toEqual([
      'year:annualreportharbourboard|1976',
      'year:echoesmi|1976',
    ]);
  });

  it('are empty for a record without title', () => {
    expect(blockingKeys(matchFeatures(describedBook({ title: '$cby Jane Austen.' })))).toEqual([]);
  });
});
