import * as fc from 'fast-check';
import { type ShelfOrder, shelfPlace, typedPlace } from './shelf-order.ts';
import { typedUdc } from './udc-order.ts';

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

// One number with each sign of the UDC, in the order of its published tables: extended, alone, related, then language, form, place, people,
// time, other codes, words, points of view, properties, special auxiliaries, and at last the next digit.
rows.push([
  'udc',
  [
    '(038)',
    '37.01',
    '611.1+611.2',
    '611.1/.4',
    '611.1:57',
    '611.1::57',
    '611.1[57]',
    '611.1=111',
    '611.1(035)',
    '611.1(410)',
    '611.1(44+460)',
    '611.1(44)',
    '611.1(44)"19"',
    '611.1(44)"1939/1945"',
    '611.1(44:450)',
    '611.1(=411)',
    '611.1"19/20"',
    '611.1"19"',
    '611.1*e4',
    '611.1napoleon(44)',
    '611.1.001(44)',
    '611.1-05',
    '611.1-053.2',
    '611.1-31',
    '611.1.08(44)',
    "611.1'42(44)",
    '611.12(44)',
    '629.734/.735',
    '811.111-31',
    '821.111(73)-31',
    '821.111-31 AUS',
    '821.111-31 AUS v.2',
    '821.111-31 AUS v.10',
    '821.111-31 BAL',
    '94(410)"19"',
  ],
]);

test.each(rows)('%s numbers sort in shelf order', (order, shelf) => {
  const keys = shelf.map(keyIn(order));
  expect([...keys].sort()).toEqual(keys);
  expect(new Set(keys).size).toBe(keys.length);
});

test.each([
  [
    'by their words, numbers in them by value',
    ['DVD 12', 'DVD 103', 'FIC AUS', 'FIC AUS v.2', 'FIC AUS v.10', 'FIC BAL'],
  ],
  ['behind a children’s J as Dewey has them', ['J 599.75 A', 'J 599.8 A', 'J 813.5 ROW', 'j813.54 R', 'J 813.6 A']],
  [
    'behind the name of a shelf as LC has them',
    [
      'Oversize Q9',
      'Oversize Q162 .D53 2016q',
      'Ref. QA76.73 .C5',
      'REF QA76.9 .C45',
      'REF QA76.9 .C5',
      'ref QA100 .A1',
    ],
  ],
  ['of medicine by decimals', ['W 1 AM5', 'WG 120', 'WG 120.55', 'WG 120.6', 'WG 120.6 H4', 'WG 121']],
  ['of reference books', ['R 031 B', 'R 031.02 G94', 'R 031.1 A']],
  ['of recordings under Dewey', ['CD 781.65 DAV', 'CD 781.7 B', 'CD-ROM 005.13 A', 'CD-ROM 005.2 A']],
  ['of documents by value', ['A 1.9:12', 'A 1.10:3', 'C 13.44:36', 'C 13.58:7618', 'I 19.8:1', 'I 119.8:2']],
])('local call numbers are %s', (_, shelf) => {
  const keys = shelf.map(keyIn('other'));
  expect([...keys].sort()).toEqual(keys);
  expect(new Set(keys).size).toBe(keys.length);
});

test('spaces, stops and case of a call number do not affect its position', () => {
  for (const same of ['QA76.73 .J38 A2', 'qa 76.73 J38 A2', 'QA76.73.J38 A2', 'QA0076.73 .J38  A2'])
    expect(keyIn('lc')(same)).toBe(keyIn('lc')('QA76.73 .J38 A2'));
});

test.each([
  ['813/.54 K58', '813.54 K58', 'dewey'],
  ["823'.8 DIC", '823.8 DIC', 'dewey'],
  ['823\u2032.8 DIC', '823.8 DIC', 'dewey'],
  ['940.53/18 A', '940.5318 A', 'dewey'],
  ["973.7'092 LIN", '973.7092 LIN', 'dewey'],
  ["973.7/09'2 LIN", '973.7092 LIN', 'dewey'],
  ['12/345', '12/345', 'other'],
  ['99-1234', '99-1234', 'other'],
  ['821.111 - 31', '821.111', 'dewey'],
  ['94(410', '94(410', 'other'],
])('%s is not a UDC number', (written, same, order) => {
  expect(shelfPlace(written)?.order).toBe(order);
  if (order === 'dewey' && written !== '821.111 - 31') expect(shelfPlace(written)).toEqual(shelfPlace(same));
});

test('UDC signs are read in the forms in which they are typed', () => {
  for (const same of ['94(410)"19"', '94(410)”19”', "94(410)''19''"])
    expect(keyIn('udc')(same)).toBe(keyIn('udc')('94(410)"19"'));
  expect(keyIn('udc')('37 : 004')).toBe(keyIn('udc')('37:004'));
});

const digits = fc
  .array(fc.constantFrom('0', '1', '4', '9'), { minLength: 1, maxLength: 3 })
  .map((some) => some.join(''));
const auxiliary = fc.oneof(
  digits.map((some) => `:${some}`),
  digits.map((some) => `=1${some.slice(1)}`),
  digits.map((some) => `(${some})`),
  digits.map((some) => `"${some}"`),
  digits.map((some) => `-${some}`),
  digits.map((some) => `+${some}`),
);

test('UDC: a further digit is a division, and files after all signs that add to the class', () => {
  fc.assert(
    fc.property(auxiliary, auxiliary, digits, (one, other, more) => {
      const within = typedUdc(`611${one}${other}`);
      expect(within < typedUdc(`611.${more.replace(/^0+/, '1')}`)).toBe(true);
      expect(typedUdc('611') < within).toBe(!one.startsWith('+'));
    }),
    { numRuns: 150 },
  );
});

test('different numbers of the UDC have different keys', () => {
  fc.assert(
    fc.property(fc.array(auxiliary, { maxLength: 3 }), fc.array(auxiliary, { maxLength: 3 }), (one, other) => {
      const [a, b] = [`61${one.join('')}`, `61${other.join('')}`];
      expect(typedUdc(a) === typedUdc(b)).toBe(a === b);
    }),
    { numRuns: 150 },
  );
});

test('typed text leads to the position where such numbers begin', () => {
  expect(typedPlace('QA76.9', 'lc') <= keyIn('lc')('QA76.9 .D3')).toBe(true);
  expect(typedPlace('qa', 'lc') <= keyIn('lc')('QA9')).toBe(true);
  expect(typedPlace('qa', 'lc') > keyIn('lc')('Q11')).toBe(true);
  for (const typed of ['94', '94(4', '94(410)'])
    expect(typedPlace(typed, 'udc') <= keyIn('udc')('94(410)"19"')).toBe(true);
  expect(typedPlace('821.111', 'udc') > keyIn('udc')('811.111-31')).toBe(true);
  expect(typedPlace('813.5', 'dewey') > keyIn('dewey')('813 AUS')).toBe(true);
});

test('any Cutter number sorts as a decimal, any class number by its value', () => {
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

type Dewey = { hundred: number; decimals: string; cutter: string; volume: number };

const written = ({ hundred, decimals, cutter, volume }: Dewey): string => {
  const main = `${String(hundred).padStart(3, '0')}${decimals === '' ? '' : `.${decimals}`}`;
  return [main, cutter, volume === 0 ? '' : `v.${volume}`].filter((part) => part !== '').join(' ');
};

/** Compares decimals digit by digit; a number that ends comes before one that continues. */
const byPlace = (a: string, b: string): number => {
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const [one, other] = [a, b].map((digits) => (at < digits.length ? Number(digits[at]) : -1)) as [number, number];
    if (one !== other) return one - other;
  }
  return 0;
};

const byHand = (a: Dewey, b: Dewey): number =>
  a.hundred - b.hundred ||
  byPlace(a.decimals, b.decimals) ||
  a.cutter.charCodeAt(0) - b.cutter.charCodeAt(0) ||
  byPlace(a.cutter.slice(1), b.cutter.slice(1)) ||
  a.volume - b.volume;

// Few digits, so that many numbers share a prefix.
const places = (least: number) =>
  fc.array(fc.constantFrom('0', '1', '5', '9'), { minLength: least, maxLength: 4 }).map((all) => all.join(''));
const anyDewey: fc.Arbitrary<Dewey> = fc.record({
  hundred: fc.constantFrom(5, 51, 813, 814, 999),
  decimals: places(0),
  cutter: fc.tuple(fc.constantFrom('A', 'K', 'S'), places(1)).map((parts) => parts.join('')),
  volume: fc.constantFrom(0, 1, 2, 9, 10, 11, 100),
});

test('Dewey numbers sort by class, decimals by digit, then Cutter number, then volume by value', () => {
  fc.assert(
    // Sometimes the other differs only in the last part.
    fc.property(anyDewey, anyDewey, fc.nat(3), (one, drawn, same) => {
      const shared: Partial<Dewey> | undefined = [
        {},
        { hundred: one.hundred },
        { hundred: one.hundred, decimals: one.decimals },
      ][same];
      const other: Dewey = { ...drawn, ...(shared ?? { ...one, volume: drawn.volume }) };
      const [a, b] = [one, other].map((each) => keyIn('dewey')(written(each))) as [string, string];
      expect(Math.sign(byHand(one, other))).toBe(a < b ? -1 : a > b ? 1 : 0);
    }),
    { numRuns: 200 },
  );
});

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'01549.:/+=()"[]*-\' aZ'), maxLength: 30 }),
);

test('any text has a position or none, and never throws', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const place = shelfPlace(text);
      expect(place === undefined || place.key.length > 0).toBe(true);
    }),
    { numRuns: 150 },
  );
});
