import fc from 'fast-check';
import { type EvidenceRow, filesOf, merged } from './evidence-pack.ts';

const row = fc.tuple(
  fc.constantFrom('ash', 'birch', 'cedar'),
  fc.constantFrom('r1', 'r2', 'r3', 'r4'),
  fc.nat({ max: 2 }),
);
const rows: fc.Arbitrary<EvidenceRow[]> = fc.array(row, { maxLength: 30 });
const times = (list: readonly EvidenceRow[], wanted: EvidenceRow): number =>
  list.filter((one) => JSON.stringify(one) === JSON.stringify(wanted)).length;

describe('Packed evidence', () => {
  it('loses no row and duplicates none, whichever reading comes first and however often it is packed', () => {
    fc.assert(
      fc.property(rows, rows, (one, other) => {
        const all = merged(one, other);
        expect(merged(other, one)).toEqual(all);
        expect(merged(merged(one, []), [...other].reverse())).toEqual(all);
        expect(merged(all, one)).toEqual(all);
        for (const wanted of [...one, ...other])
          expect(times(all, wanted)).toBe(Math.max(times(one, wanted), times(other, wanted)));
      }),
    );
  });

  it('consists of files with all rows in order, each described by its first and last member', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 7 }), (list, size) => {
        const all = merged(list, []);
        const files = filesOf(all, size);
        expect(files.flatMap((file) => file.rows)).toEqual(all);
        expect(files.every((file) => file.rows.length <= size && file.rows.length > 0)).toBe(true);
        for (const member of ['ash', 'birch', 'cedar']) {
          const expected = files.filter(({ first, last }) => first <= member && member <= last);
          const own = expected.flatMap((file) => file.rows.filter(([owner]) => owner === member));
          expect(own).toEqual(all.filter(([owner]) => owner === member));
        }
      }),
    );
  });
});
