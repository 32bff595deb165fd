import fc from 'fast-check';
import {
  differingFields,
  isReordered,
  takenOver,
} from '../../web/src/features/catalogue/edit-record/differing-fields.ts';
import { linesOf, recordOf } from '../../web/src/features/catalogue/edit-record/record-lines.ts';
import { aRecord, datafield } from '../builders/marc-records.ts';

/** The page where a record is edited shows the differences when another user saved first. */
const note = (text: string) => datafield('500', '  ', `$a${text}`);
const title = datafield('245', '10', '$aEmma');
const opened = aRecord([title, note('Old.')], { '001': 'b1', '005': '20260101000000.0' });
const here = (...fields: ReturnType<typeof note>[]) => linesOf(aRecord(fields, { '001': 'b1', '005': 'x' }));
const texts = (lines: readonly { text: string }[] = []) => lines.map(({ text }) => text);

test('a field changed by one side is that side’s, by both is undecided; the time of change always differs and is not reported', () => {
  const current = aRecord([title, note('Old.'), note('Theirs.')], { '001': 'b1', '005': '20261127000000.0' });
  expect(differingFields(opened, current, here(title, note('Old.')))).toMatchObject([{ tag: '500', changed: 'now' }]);
  const written = here(datafield('245', '10', '$aEmma :$ba novel'), note('Mine.'));
  const [first, second, ...rest] = differingFields(opened, current, written);
  expect([first?.tag, first?.changed, first?.together]).toEqual(['245', 'here', undefined]);
  expect([second?.tag, second?.changed, rest]).toEqual(['500', 'both', []]);
  // Their change remains, what was removed here is removed, what was written here is added.
  expect(texts(second?.together)).toEqual(['$aTheirs.', '$aMine.']);
});

test('a repeated line that is removed once remains once; an order of tags that is not adopted is reported', () => {
  const twice = aRecord([title, note('X.'), note('X.'), note('Y.')], { '001': 'b1' });
  const current = aRecord([title, note('X.'), note('X.'), note('Y.'), note('Z.')], { '001': 'b1' });
  const [field] = differingFields(twice, current, linesOf(aRecord([title, note('X.'), note('Y.')], { '001': 'b1' })));
  expect(texts(field?.together)).toEqual(['$aX.', '$aY.', '$aZ.']);
  expect(isReordered(twice, linesOf(aRecord([note('X.'), title], { '001': 'b1' })))).toBe(true);
  expect(isReordered(twice, linesOf(aRecord([title, note('New.')], { '001': 'b1' })))).toBe(false);
});

test('lines of a tag that the record lacks are inserted in their place, each with a key of its own', () => {
  const lines = takenOver(aRecord([title, note('Old.')], { '001': 'b1' }), [
    { tag: '300', lines: linesOf(aRecord([datafield('300', '  ', '$a312 p.')])).slice(1) },
    { tag: '500', lines: [] },
    { tag: '650', lines: linesOf(aRecord([datafield('650', ' 0', '$aBees')])).slice(1) },
  ]);
  expect(lines.map(({ tag }) => tag)).toEqual(['LDR', '001', '245', '300', '650']);
  expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
});

const someFields = fc
  .array(fc.tuple(fc.constantFrom('245', '500', '650', '700'), fc.constantFrom('one', 'two', 'three')), {
    maxLength: 6,
  })
  .map((all) => all.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
  .map((all) =>
    aRecord(
      all.map(([tag, text]) => datafield(tag, '  ', `$a${text}`)),
      { '001': 'b1' },
    ),
  );

test('choosing one side for everything gives that side’s record; an unchanged field is not reported', () =>
  fc.assert(
    fc.property(someFields, someFields, someFields, (before, current, written) => {
      const differing = differingFields(before, current, linesOf(written));
      const taking = (side: 'now' | 'here') =>
        recordOf(
          takenOver(
            current,
            differing.map((field) => ({ tag: field.tag, lines: field[side] })),
          ),
        );
      expect(taking('now')).toEqual(current);
      expect(taking('here')).toEqual(written);
      expect(differingFields(before, current, linesOf(current))).toEqual([]);
    }),
    { numRuns: 100 },
  ));
