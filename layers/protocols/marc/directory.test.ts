import * as fc from 'fast-check';
import { readDirectory } from './directory.ts';
import { openIso2709 } from './open-iso2709.ts';
import { readIso2709 } from './read-iso2709.ts';
import { iso2709Splitter } from './split-iso2709.ts';

type Entry = { tag?: string; length: number | string; start: number | string };

const digits = (value: number | string, width: number): string =>
  typeof value === 'string' ? value : String(value).padStart(width, '0');

/** Returns a record with the given directory, whatever its data are. */
const recordOf = (entries: readonly Entry[], data: string): Buffer => {
  const directory = entries
    .map(({ tag = '500', length, start }) => tag + digits(length, 4) + digits(start, 5))
    .join('');
  const base = 24 + directory.length + 1;
  const total = base + data.length + 1;
  const leader = `${digits(Math.min(total, 99_999), 5)}nam a22${digits(Math.min(base, 99_999), 5)} a 4500`;
  return Buffer.from(`${leader}${directory}\u001e${data}\u001d`, 'latin1');
};
const field = (text: string): string => `  \u001fa${text}\u001e`;

describe('malicious directories', () => {
  it('reads no field twice, however many entries point to it', () => {
    const long = field('x'.repeat(9_000));
    const entries = Array.from({ length: 7_000 }, () => ({ length: long.length, start: 0 }));
    const bytes = recordOf(entries, long);
    expect(readDirectory(bytes)).toEqual({ rejected: 'directory-broken' });
    expect(openIso2709(bytes)).toEqual({ rejected: 'directory-broken' });
  });

  it('reads overlapping fields by their terminators', () => {
    const data = field('one') + field('two');
    const bytes = recordOf(
      [
        { tag: '245', length: data.length, start: 0 },
        { tag: '500', length: field('two').length, start: field('one').length },
      ],
      data,
    );
    expect(readIso2709(bytes)).toMatchObject({
      record: {
        data: [
          { tag: '245', subfields: [{ value: 'one' }] },
          { tag: '500', subfields: [{ value: 'two' }] },
        ],
      },
      warnings: [{ code: 'directory-repaired' }],
    });
  });

  it.each([
    ['negative', '-001', '-0001'],
    ['huge', '9999', '99999'],
    ['no number', 'NaN ', '1e400'],
    ['zero', '0000', '00000'],
  ])('tolerates lengths and starts that are %s', (_what, length, start) => {
    const bytes = recordOf([{ tag: '245', length, start }], field('one'));
    expect(readIso2709(bytes)).toMatchObject({ record: { data: [{ tag: '245', subfields: [{ value: 'one' }] }] } });
  });

  it.each([
    ['terminators', '\u001e', 'directory-broken'],
    ['delimiters', '\u001f', 'too-many-subfields'],
  ])('refuses five megabytes of %s without an object for each entry', (_what, byte, reason) => {
    const bytes = recordOf([{ tag: '245', length: 'xxxx', start: 0 }], `${byte.repeat(4_900_000)}\u001e`);
    const before = process.memoryUsage().heapUsed;
    expect(readIso2709(bytes)).toEqual({ rejected: reason });
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(64_000_000);
  });

  it('reads any directory, with at most the text that the record contains', () => {
    const number = (most: number) =>
      fc.oneof(fc.integer({ min: 0, max: most }), fc.constantFrom('-001', '9999', '    ', '00\u001e0'));
    const entry = fc.record({
      tag: fc.constantFrom('001', '245', '500', '2\u001e5', '\u001d\u001d\u001d'),
      length: number(40),
      start: number(60),
    });
    const data = fc.array(fc.constantFrom('\u001e', '\u001f', '\u001d', '  \u001fa', 'text', 'é', field('one')), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), data, (entries, parts) => {
        const bytes = recordOf(entries, parts.join(''));
        const splitter = iso2709Splitter();
        for (const piece of [...splitter.push(bytes), ...splitter.end()]) {
          const read = 'bytes' in piece ? readIso2709(piece.bytes) : piece;
          const text =
            'record' in read
              ? JSON.stringify(
                  read.record.data.map(({ subfields }) => subfields.map(({ value }) => value).join('')).join(''),
                )
              : '';
          expect(text.length).toBeLessThan(6 * bytes.length + 10);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
