import { ID_RANDOM_BYTES, makeId } from '../../../../layers/kernel/identity/id.ts';
import { code39, isCode39, WIDE } from '../../../../layers/platform/pdf/code39.ts';
import { requestIdOfScan, slipNumber } from '../../../../layers/platform/pdf/slip-number.ts';
import { byShelf, shelvingKey } from './shelf-order.ts';
import { partLine } from './slip.ts';
import { slipDay } from './slip-day.ts';
import { conditionText, slipLanguages, slipTexts } from './slip-texts.ts';

const ALL = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%';

/** Decodes the bars as a scanner does: runs of bar and space, in nines, with a gap between. */
const shapes = (text: string): string[] => {
  const { bars, width } = code39(text);
  const runs: number[] = [];
  bars.forEach(({ at, width: bar }, place) => {
    const next = bars[place + 1]?.at ?? width;
    runs.push(bar, next - at - bar);
  });
  return Array.from({ length: text.length + 2 }, (_, i) =>
    runs
      .slice(i * 10, i * 10 + 9)
      .map((run) => (run === WIDE ? 'w' : 'n'))
      .join(''),
  );
};

describe('Code 39', () => {
  test('gives every character three wide elements of nine, no two characters alike, between two asterisks', () => {
    const [start, ...rest] = shapes(ALL);
    expect(start).toBe('nwnnwnwnn');
    expect(rest.pop()).toBe(start);
    expect(new Set([start, ...rest]).size).toBe(ALL.length + 1);
    for (const shape of rest) expect(shape.replaceAll('n', '')).toBe('www');
  });

  test('writes the characters as in the standard', () => {
    expect(shapes('1A-')).toEqual(['nwnnwnwnn', 'wnnwnnnnw', 'wnnnnwnnw', 'nwnnnnwnw', 'nwnnwnwnn']);
  });

  test('refuses characters that it cannot encode', () => {
    expect(['REQ-1', 'req', 'Ü', 'A_B', '*'].map(isCode39)).toEqual([true, false, false, false, false]);
    expect(() => code39('a')).toThrow(RangeError);
  });
});

test('a request’s number is its id in capitals; a scan returns the id, and rejects everything else', () => {
  const id = makeId('loan-request', Date.parse('2026-11-24T15:00:00Z'), new Uint8Array(ID_RANDOM_BYTES).fill(171));
  expect(slipNumber(id)).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  expect(isCode39(slipNumber(id))).toBe(true);
  expect(requestIdOfScan(` ${slipNumber(id)} `)).toBe(id);
  expect(requestIdOfScan(id)).toBe(id);
  expect(requestIdOfScan('31234000123456')).toBe('31234000123456');
});

describe('the order of the shelf', () => {
  const ordered = (numbers: string[]) => numbers.toSorted((a, b) => (shelvingKey(a) < shelvingKey(b) ? -1 : 1));

  test('sorts classes as numbers and the digits after the point as decimals', () => {
    const lc = ['QA9 .B2', 'QA76.9.D3 C37', 'QA76.9.D35 A1', 'QA76.95 .A1', 'QA100 .Z9'];
    expect(ordered(lc.toReversed())).toEqual(lc);
    const dewey = ['5 ABC', '813.54 AUS', '813.6 AUS', '1000 X'];
    expect(ordered(dewey.toReversed())).toEqual(dewey);
    expect(shelvingKey('qa76.9 .d3')).toBe(shelvingKey('QA76.9.D3'));
  });

  test('proceeds location by location; an item without a known location comes last', () => {
    const slips = [
      {},
      { location: 'stacks', callNumber: 'B' },
      { location: 'annex', callNumber: 'Z' },
      { location: 'stacks' },
    ];
    expect(slips.toSorted(byShelf)).toEqual([slips[2], slips[3], slips[1], slips[0]]);
  });
});

test('a day is that of the place where it applies, in the language of the slip', () => {
  const late = '2026-12-25T04:59:59.000Z';
  expect(slipDay(late, 'America/New_York', 'eng')).toBe('Dec 24, 2026');
  expect(slipDay(late, 'UTC', 'spa')).toMatch(/25 dic/);
});

test('the part to be copied is on one line', () => {
  expect(partLine({ kind: 'article', partTitle: 'Of bees', volume: '4', issue: '2', date: '1999', pages: '1-9' })).toBe(
    'Of bees, vol. 4, no. 2, 1999, pp. 1-9',
  );
  expect(partLine({ kind: 'book', title: 'Bees' })).toBeUndefined();
});

test('slips have all their texts in every language, and a condition off the list is unchanged', () => {
  for (const language of slipLanguages) {
    expect(Object.keys(slipTexts[language])).toEqual(Object.keys(slipTexts.eng));
    expect(conditionText('LibraryUseOnly', language)).not.toBe('LibraryUseOnly');
    expect(conditionText('toString', language)).toBe('toString');
  }
});
