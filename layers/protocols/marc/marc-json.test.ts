import * as fc from 'fast-check';
import { anyRecord, aRecord, datafield, essence } from '../../../test/builders/marc-records.ts';
import { readMarcJsonRecord } from './read-marc-json.ts';
import { marcJsonSplitter } from './split-marc-json.ts';
import { writeMarcJson } from './write-marc-json.ts';

const tempest = aRecord([datafield('245', '14', '$aThe tempest /$cÉ. "X" \\ {Y}')], { '001': 'x1' });
const jsonOf = (record = tempest): string => {
  const written = writeMarcJson(record);
  if ('refused' in written) throw new Error(JSON.stringify(written.refused));
  return written.json;
};
const one = jsonOf();
const two = jsonOf(aRecord([datafield('500', '  ', '$aN')], { '001': 'x2' }));

/** Returns each piece as its offset and its record's number, or why it is refused. */
const split = (input: string | Buffer, size = 1_000_000, options = {}): unknown[] => {
  const bytes = Buffer.from(input);
  const splitter = marcJsonSplitter(options);
  const pieces = [];
  for (let at = 0; at < bytes.length; at += size) pieces.push(...splitter.push(bytes.subarray(at, at + size)));
  return [...pieces, ...splitter.end()].map((piece) => {
    if ('reason' in piece) return [piece.offset, piece.length, piece.reason];
    const read = readMarcJsonRecord(piece.bytes);
    return [piece.offset, 'record' in read ? read.record.control[0]?.value : read.rejected];
  });
};
const length = (text: string): number => Buffer.byteLength(text);

describe('MARC-in-JSON', () => {
  it('writes the form that other systems read', () => {
    expect(JSON.parse(one)).toEqual({
      leader: '00000nam a2200000 a 4500',
      fields: [
        { '001': 'x1' },
        { '245': { ind1: '1', ind2: '4', subfields: [{ a: 'The tempest /' }, { c: 'É. "X" \\ {Y}' }] } },
      ],
    });
    expect(writeMarcJson(aRecord([]))).toHaveProperty('refused');
  });

  it.each([
    ['an array', `\ufeff[\n${one},\n${two}]\n`, [length('\ufeff[\n'), length(`\ufeff[\n${one},\n`)]],
    ['lines', `${one}\n${two}\n`, [0, length(one) + 1]],
    ['one after another', one + two, [0, length(one)]],
  ])('reads %s', (_what, text, [first, second]) => {
    for (const size of [1, 7, 1_000])
      expect(split(text, size)).toEqual([
        [first, 'x1'],
        [second, 'x2'],
      ]);
  });

  it('finding S10: reads half of a surrogate pair as a character that cannot be read, in values, codes and indicators', () => {
    const field = '{"ind1":"\\ud83d\\ude00","ind2":"1","subfields":[{"a":"x\\ud800y"},{"\\udc00":"z"}]}';
    const read = readMarcJsonRecord(Buffer.from(`{"leader":"","fields":[{"001":"\\ud800"},{"245":${field}}]}`));
    if (!('record' in read)) throw new Error(read.rejected);
    expect(JSON.stringify(read)).not.toMatch(/\\u[dD][89a-fA-F]/);
    expect(read.record.control).toEqual([{ tag: '001', value: '\ufffd' }]);
    expect(read.record.data[0]?.subfields).toEqual([
      { code: 'a', value: 'x\ufffdy' },
      { code: '?', value: '\ufffdz' },
    ]);
  });

  it('refuses what is not a record, with its position, and reads the next', () => {
    expect(split(`nonsense ${one}`)).toEqual([
      [0, 9, 'not-a-record'],
      [9, 'x1'],
    ]);
    expect(split(`${one.slice(0, -9)}\n${two}`, 11)).toEqual([
      [0, length(one) - 8, 'truncated-record'],
      [length(one) - 8, 'x2'],
    ]);
    expect(split(`${one}${two.slice(0, -1)}`)).toEqual([
      [0, 'x1'],
      [length(one), length(two) - 1, 'truncated-record'],
    ]);
    expect(split('{"title":1}{"fields":[]}{"fields":,}')).toEqual([
      [0, 'json-without-record'],
      [11, 'no-fields'],
      [24, 'json-broken'],
    ]);
  });

  it('refuses a record above the limit, and buffers no more than that', () => {
    const long = jsonOf(aRecord([datafield('500', '  ', `$a${'x'.repeat(3_000)}`)]));
    expect(split(long + two, 100, { cap: 1_000 })).toEqual([
      [0, long.length, 'record-over-cap'],
      [long.length, 'x2'],
    ]);
    const deep = '{"leader":'.concat('['.repeat(200_000));
    expect(split(deep, 1_000, { cap: 10_000 })).toEqual([[0, deep.length, 'truncated-record']]);
    expect(readMarcJsonRecord(Buffer.from(`${deep}${']'.repeat(200_000)}}`))).toHaveProperty('rejected');
  });

  it('repairs a leader, and drops invalid fields', () => {
    const text =
      '{"leader":"00000nam","fields":[{"001":7},{"24":{"subfields":[]}},{"245":{"subfields":[{"a":"T"},5]}},{"008":{}},3]}';
    expect(readMarcJsonRecord(Buffer.from(text))).toMatchObject({
      record: {
        control: [{ value: '7' }],
        data: [{ tag: '245', ind1: ' ', ind2: ' ', subfields: [{ code: 'a', value: 'T' }] }],
      },
      warnings: [{ detail: '24' }, { detail: '008' }, { code: 'leader-repaired' }],
    });
  });

  it('reads back any record that was written', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const read = readMarcJsonRecord(Buffer.from(jsonOf(record)));
        expect('record' in read ? [essence(read.record), read.warnings] : read).toEqual([essence(record), []]);
      }),
    );
  });

  it('never throws on changed text, gives the same pieces for any chunks, and accounts for every one', () => {
    const change = fc.record({
      at: fc.nat(),
      text: fc.constantFrom('{', '}', '"', '\\', '[', ',', '\n', '{"leader"', '\0'),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 5 }), fc.integer({ min: 1, max: 50 }), (changes, size) => {
        let text = `${one}\n${two}`;
        for (const { at, text: put } of changes)
          text = text.slice(0, at % text.length) + put + text.slice(at % text.length);
        expect(split(text, size)).toEqual(split(text));
      }),
      { numRuns: 500 },
    );
  });
});
