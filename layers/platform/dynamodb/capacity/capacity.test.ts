import fc from 'fast-check';
import { itemBytes, utf8Bytes, valueBytes } from './item-size.ts';
import {
  failedWriteUnits,
  getManyUnits,
  getUnits,
  queryUnits,
  sameValue,
  type TableShape,
  transactWriteCost,
  writeCost,
  writeUnitsOf,
} from './units.ts';

const table: TableShape = {
  keys: ['pk', 'sk'],
  indexes: [
    { name: 'gsi1', keys: ['gsi1pk', 'gsi1sk'], projection: 'KEYS_ONLY' },
    { name: 'gsi2', keys: ['gsi2pk', 'gsi2sk'], projection: 'ALL' },
    { name: 'gsi3', keys: ['gsi3pk'], projection: { include: ['title'] } },
  ],
};
/** Returns an item of the given number of bytes, with other attributes among them. */
const ofBytes = (bytes: number, over: Record<string, unknown> = {}) => {
  const bare = { pk: 'P', sk: 'S', fill: '', ...over };
  return { ...bare, fill: 'x'.repeat(bytes - itemBytes(bare)) };
};
const none = { gsi1: 0, gsi2: 0, gsi3: 0 };

describe('The size of a value', () => {
  it.each<[string, unknown, number]>([
    ['text in UTF-8', 'Čapek 書 📚', 15],
    ['an empty text', '', 0],
    ['zero', 0, 1],
    ['one digit', 7, 2],
    ['two digits', 27, 2],
    ['three digits', 273, 3],
    ['a number below zero', -27, 3],
    ['zeros at both ends, which do not count', 0.0012, 2],
    ['pairs from the decimal point: 01.50', 1.5, 3],
    ['pairs from the decimal point: 1 20', 120, 3],
    ['a million', 1_000_000, 2],
    ['an instant in milliseconds', 1_764_000_123_456, 8],
    ['a big integer', 12_345_678_901_234_567_890n, 11],
    ['a small exponent', 1.5e-12, 3],
    ['true', true, 1],
    ['null', null, 1],
    ['bytes', new Uint8Array(300), 300],
    ['a set of texts', new Set(['ab', 'cde']), 5],
    ['a set of numbers', new Set([1, 273]), 5],
    ['an empty list', [], 3],
    ['a list: 3, and 1 more for each element', ['ab', 7], 3 + 1 + 2 + 1 + 2],
    ['an empty map', {}, 3],
    ['a map: 3, and 1 more for each pair', { name: 'ab' }, 3 + 1 + 4 + 2],
    ['a map in a list', [{ a: 1 }], 3 + 1 + 3 + 1 + 1 + 2],
    ['a map with an undefined value, which is not sent', { a: undefined }, 3],
  ])('%s', (_, value, bytes) => {
    expect(valueBytes(value)).toBe(bytes);
  });

  it('agrees with the platform on UTF-8', () => {
    const encoder = new TextEncoder();
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => expect(utf8Bytes(text)).toBe(encoder.encode(text).length)),
    );
  });

  it('is unknown for a value that cannot be stored', () => {
    expect(() => valueBytes(() => 1)).toThrow(TypeError);
  });
});

describe('The size of an item', () => {
  it('is that of its names and values', () => {
    expect(itemBytes({ pk: 'ITEM#1', sk: 'CIRC', v: 3, gone: undefined })).toBe(2 + 6 + 2 + 4 + 1 + 2);
  });
});

describe('Write units', () => {
  it.each([
    [0, 1],
    [1, 1],
    [1024, 1],
    [1025, 2],
    [400 * 1024, 400],
  ])('of %d bytes are %d', (bytes, units) => {
    expect(writeUnitsOf(bytes)).toBe(units);
  });

  it('of a put, an update and a delete are of the larger item', () => {
    const [small, large] = [ofBytes(900), ofBytes(2_500)];
    expect(writeCost(table, { after: large })).toEqual({ table: 3, indexes: none, total: 3 });
    expect(writeCost(table, { before: large, after: small }).total).toBe(3);
    expect(writeCost(table, { before: small, after: large }).total).toBe(3);
    expect(writeCost(table, { before: large }).total).toBe(3);
    expect(writeCost(table, {}).total).toBe(1);
  });

  it('of an added index entry: its projected size', () => {
    const after = ofBytes(2_500, { gsi1pk: 'A', gsi1sk: 'B' });
    expect(writeCost(table, { after })).toEqual({ table: 3, indexes: { ...none, gsi1: 1 }, total: 4 });
    const whole = ofBytes(2_500, { gsi2pk: 'A', gsi2sk: 'B' });
    expect(writeCost(table, { before: ofBytes(10), after: whole }).indexes).toEqual({ ...none, gsi2: 3 });
  });

  it('of a sparse index without its keys: none', () => {
    expect(writeCost(table, { after: ofBytes(100, { gsi2pk: 'A' }) }).indexes).toEqual(none);
  });

  it('of a removed entry: one', () => {
    const before = ofBytes(500, { gsi1pk: 'A', gsi1sk: 'B' });
    expect(writeCost(table, { before, after: ofBytes(500) }).indexes).toEqual({ ...none, gsi1: 1 });
    expect(writeCost(table, { before }).indexes).toEqual({ ...none, gsi1: 1 });
  });

  it('of an entry that moves to another key: two', () => {
    const at = (gsi1sk: string) => ofBytes(500, { gsi1pk: 'A', gsi1sk });
    expect(writeCost(table, { before: at('due-1'), after: at('due-2') })).toEqual({
      table: 1,
      indexes: { ...none, gsi1: 2 },
      total: 3,
    });
  });

  it('of an unchanged entry: none, unless something copied changed', () => {
    const loan = (v: number, title = 'Emma') => ofBytes(500, { gsi1pk: 'A', gsi1sk: 'B', gsi3pk: 'C', title, v });
    expect(writeCost(table, { before: loan(1), after: loan(2) }).indexes).toEqual(none);
    expect(writeCost(table, { before: loan(1), after: loan(1, 'Persuasion') }).indexes).toEqual({ ...none, gsi3: 1 });
    const whole = (v: number) => ofBytes(1_500, { gsi2pk: 'A', gsi2sk: 'B', v });
    expect(writeCost(table, { before: whole(1), after: whole(2) }).indexes).toEqual({ ...none, gsi2: 2 });
    expect(writeCost(table, { before: whole(1), after: whole(1) }).indexes).toEqual(none);
  });

  it('of a failed condition are those of the stored item', () => {
    expect([failedWriteUnits(undefined), failedWriteUnits(ofBytes(1_500))]).toEqual([1, 2]);
  });
});

describe('A transaction', () => {
  it('bills each item twice and separately: five small puts are ten units, two of 1,100 bytes eight', () => {
    expect(
      transactWriteCost(
        table,
        Array.from({ length: 5 }, () => ({ after: ofBytes(100) })),
      ).total,
    ).toBe(10);
    expect(transactWriteCost(table, [{ after: ofBytes(1_100) }, { after: ofBytes(1_100) }]).total).toBe(8);
  });

  it('of a checkout: item and patron, and the patron’s loans by a sparse index, are five units', () => {
    const item = ofBytes(600);
    const lent = ofBytes(700, { gsi1pk: 'PATRON#1', gsi1sk: 'LOAN#1' });
    const patron = ofBytes(300, { loans: 1 });
    expect(
      transactWriteCost(table, [
        { before: item, after: lent },
        { before: patron, after: ofBytes(300, { loans: 2 }) },
      ]),
    ).toEqual({
      table: 4,
      indexes: { ...none, gsi1: 1 },
      total: 5,
    });
  });

  it('bills a condition check as a write of the checked item', () => {
    expect(
      transactWriteCost(table, [{ after: ofBytes(10) }, { check: ofBytes(2_000) }, { check: undefined }]).total,
    ).toBe(2 + 4 + 2);
  });
});

describe('Read units', () => {
  it('depend on 4 KB blocks and consistency', () => {
    expect([getUnits(undefined), getUnits(ofBytes(4_096)), getUnits(ofBytes(4_097))]).toEqual([0.5, 0.5, 1]);
    expect([
      getUnits(undefined, 'strong'),
      getUnits(ofBytes(8_192), 'strong'),
      getUnits(ofBytes(8_192), 'transactional'),
    ]).toEqual([1, 2, 4]);
  });

  it('of many items are rounded one by one, of a query together', () => {
    const twenty = Array.from({ length: 20 }, () => ofBytes(200));
    expect([getManyUnits(twenty), getManyUnits(twenty, 'transactional')]).toEqual([10, 40]);
    expect([
      queryUnits(twenty),
      queryUnits(twenty, 'strong'),
      queryUnits([]),
      queryUnits([...twenty, ...twenty], 'strong'),
    ]).toEqual([0.5, 1, 0.5, 2]);
  });
});

describe('Equality of values', () => {
  it('does not depend on the order of names or of a set', () => {
    expect(sameValue({ a: 1, b: new Set([1, 2]) }, { b: new Set([2, 1]), a: 1, c: undefined })).toBe(true);
    expect(sameValue(new Uint8Array([1, 2]), new Uint8Array([1, 2]))).toBe(true);
    expect(sameValue(new Set([new Uint8Array([1])]), new Set([new Uint8Array([1])]))).toBe(true);
  });

  it.each<[unknown, unknown]>([
    [
      [1, 2],
      [2, 1],
    ],
    [{ a: 1 }, { a: 2 }],
    [[], {}],
    [null, {}],
    ['1', 1],
    [new Uint8Array([1]), new Uint8Array([2])],
    [new Set([1]), new Set([2])],
  ])('%j is not %j', (a, b) => {
    expect(sameValue(a, b)).toBe(false);
  });
});
