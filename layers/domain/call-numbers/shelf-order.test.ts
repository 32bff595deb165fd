import * as fc from 'fast-check';
import { type ShelfOrder, shelfPlace, typedPlace } from './shelf-order.ts';

const keyIn = (order: ShelfOrder) => (callNumber: string) => {
  const place = shelfPlace(callNumber);
  expect([callNumber, place?.order]).toEqual([callNumber, order]);
  return place?.key ?? '';
};

const rows: [order: ShelfOrder, shelf: string[]][] = [
  [
    'lc',
    [
      'B45',
      'DAW1001 .A2',
      'E184.A1 G6',
      'HV5825 .T67 1992',
      'Q11',
      'QA9',
      'QA76',
      'QA76 1998',
      'QA76 .B45',
      'QA76 .B45 1998',
      'QA76 .B45 2001',
      'QA76 .B5',
      'QA76.54.B3',
      'QA76.73 .J38 A1 v.2',
      'QA76.73 .J38 A1 v.10',
      'QA76.73 .J38 A2',
      'QA76.9 .D3',
      'QA100',
      'Z1001',
    ],
  ],
  [
    'dewey',
    [
      '005.133',
      '005.2',
      '813',
      '813 AUS',
      '813.5',
      '813.54 K58',
      '813.54 K6',
      '813.54 KIN',
      '813.6',
      '914.4 v.2',
      '914.4 v.10',
    ],
  ],
];

test.each(rows)('%s numbers stand as on the shelf', (order, shelf) => {
  const keys = shelf.map(keyIn(order));
  expect([...keys].sort()).toEqual(keys);
  expect(new Set(keys).size).toBe(keys.length);
});

test('numbers of a library’s own stand by their words, numbers in them by value', () => {
  const shelf = ['DVD 12', 'DVD 103', 'FIC AUS', 'FIC AUS v.2', 'FIC AUS v.10', 'FIC BAL', 'J 813.5 ROW'];
  const keys = shelf.map(keyIn('other'));
  expect([...keys].sort()).toEqual(keys);
});

test('blanks, stops and case of a call number do not move it', () => {
  for (const same of ['QA76.73 .J38 A2', 'qa 76.73 J38 A2', 'QA76.73.J38 A2', 'QA0076.73 .J38  A2'])
    expect(keyIn('lc')(same)).toBe(keyIn('lc')('QA76.73 .J38 A2'));
});

test('what is typed leads to the place where such numbers begin', () => {
  expect(typedPlace('QA76.9', 'lc') <= keyIn('lc')('QA76.9 .D3')).toBe(true);
  expect(typedPlace('qa', 'lc') <= keyIn('lc')('QA9')).toBe(true);
  expect(typedPlace('qa', 'lc') > keyIn('lc')('Q11')).toBe(true);
  expect(typedPlace('813.5', 'dewey') > keyIn('dewey')('813 AUS')).toBe(true);
});

test('a Cutter number orders as a decimal, a class number by its value, whatever they are', () => {
  const digits = fc.integer({ min: 1, max: 9999 });
  fc.assert(
    fc.property(digits, digits, digits, digits, (a, b, c, d) => {
      const [one, other] = [`QA${a} .B${c}`, `QA${b} .B${d}`].map(keyIn('lc')) as [string, string];
      const byHand = a - b || Math.sign(Number(`0.${c}`) - Number(`0.${d}`));
      if (byHand !== 0) expect(Math.sign(byHand)).toBe(one < other ? -1 : 1);
    }),
    { numRuns: 150 },
  );
});

test('any text has a place, or none, and never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const place = shelfPlace(text);
      expect(place === undefined || place.key.length > 0).toBe(true);
    }),
    { numRuns: 150 },
  );
});
