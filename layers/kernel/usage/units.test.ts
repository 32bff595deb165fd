import fc from 'fast-check';
import {
  countNames,
  countsBy,
  noUnits,
  noWork,
  plus,
  rowCountNames,
  shareWork,
  unitsSchema,
  type WorkUnits,
} from './units.ts';

const used: fc.Arbitrary<WorkUnits> = fc.record({
  writeUnits: fc.nat(5000),
  readUnits: fc.nat(5000).map((halves) => halves / 2),
  indexCalls: fc.nat(50),
  searchMs: fc.nat(2_000_000).map((micros) => micros / 1000),
  transitions: fc.nat(50),
  queueMessages: fc.nat(50),
  objectPuts: fc.nat(50),
  objectGets: fc.nat(50),
  signatures: fc.nat(50),
  busEvents: fc.nat(50),
  emails: fc.nat(50),
  textSegments: fc.nat(50),
});

describe('Units', () => {
  it('without use are the units of the schema, in the order of all counts', () => {
    expect(unitsSchema.parse(noWork())).toEqual(noUnits());
    expect([...Object.keys(unitsSchema.shape), 'invocations', 'megabyteMs'].sort()).toEqual(rowCountNames.toSorted());
    expect(countNames).toEqual([...rowCountNames, 'webFiles', 'webBytes']);
    expect(Object.keys(countsBy(() => 0))).toEqual(countNames);
  });

  it('have a fixed position in evidence rows; counts added later follow', () => {
    expect(rowCountNames.join(' ')).toBe(
      'writeUnits readUnits indexCalls searchMs transitions queueMessages objectPuts objectGets ' +
        'httpUnits bytesIn bytesOut logBytes invocations megabyteMs signatures busEvents emails textSegments',
    );
  });

  it('of a line that was logged before a count existed are zero for it', () => {
    const { signatures: _, busEvents: _events, emails: _sent, textSegments: _texts, ...before } = noUnits();
    expect(unitsSchema.parse(before)).toEqual(noUnits());
  });

  it('shared among several by weight sum to what was used, each within one part of its ideal, in any order', () => {
    const weights = fc.uniqueArray(fc.tuple(fc.string({ minLength: 1 }), fc.integer({ min: 1, max: 100 })), {
      selector: ([id]) => id,
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(used, weights, (work, list) => {
        const shares = shareWork(work, new Map(list));
        const sum = [...shares.values()].reduce((all, share) => plus(all, share), noWork());
        for (const name of Object.keys(work) as (keyof WorkUnits)[]) expect(sum[name]).toBeCloseTo(work[name], 6);
        const whole = list.reduce((all, [, weight]) => all + weight, 0);
        for (const [id, weight] of list) {
          const off = (shares.get(id)?.writeUnits ?? 0) - (work.writeUnits * weight) / whole;
          expect(Math.abs(off)).toBeLessThan(1);
          expect(unitsSchema.safeParse(shares.get(id)).success).toBe(true);
        }
        expect(shareWork(work, new Map(list.toReversed()))).toEqual(shares);
      }),
    );
  });
});
