import * as fc from 'fast-check';
import { anyRecord, aRecord, datafield } from '../../../test/builders/marc-records.ts';
import { control, fields, subfield } from './fields.ts';
import { openIso2709 } from './open-iso2709.ts';
import { readIso2709 } from './read-iso2709.ts';
import type { MarcRecord } from './record.ts';
import { type WrittenEncoding, writeIso2709 } from './write-iso2709.ts';

const written = (record: MarcRecord, encoding: WrittenEncoding = 'utf-8'): Buffer => {
  const result = writeIso2709(record, encoding);
  if ('refused' in result) throw new Error(JSON.stringify(result.refused));
  return Buffer.from(result.bytes);
};

const book = aRecord(
  [datafield('100', '1 ', '$aBrontë, Emily'), datafield('245', '10', '$aWuthering heights & more /$cE. Brontë.')],
  { '001': 'w1' },
);

/** Returns some fields of the opened record, and of the completely parsed one. */
const both = (bytes: Uint8Array): [unknown, unknown] => {
  const opened = openIso2709(bytes);
  const read = readIso2709(bytes);
  const asked: [string, string][] = [...'aczx'].flatMap((code) => [
    ['100', code],
    ['245', code],
    ['500', code],
  ]);
  const tags = ['001', '003', '008'];
  if ('rejected' in opened) return [opened, read];
  const ofOpened = [
    ...asked.map(([tag, code]) => opened.subfield(tag, code)),
    ...tags.map((tag) => opened.control(tag)),
  ];
  if ('rejected' in read) return [opened.read(), read];
  const { record } = read;
  const ofRead = [
    ...asked.map(([tag, code]) => subfield(fields(record, tag)[0], code)),
    ...tags.map((tag) => control(record, tag)),
  ];
  return [
    [ofOpened, opened.read()],
    [ofRead, read],
  ];
};

describe('opening an ISO 2709 record', () => {
  it.each(['utf-8', 'marc-8'] as const)(
    'reads a field or two of a record in %s, and the whole record on request',
    (encoding) => {
      const opened = openIso2709(written(book, encoding));
      if ('rejected' in opened) throw new Error(opened.rejected);
      expect(opened.subfield('245', 'a')).toBe('Wuthering heights & more /');
      expect(opened.subfield('245', 'c')).toBe('E. Brontë.');
      expect(opened.subfield('245', 'b')).toBeUndefined();
      expect(opened.subfield('700', 'a')).toBeUndefined();
      expect(opened.control('001')).toBe('w1');
      expect(opened.read()).toEqual(readIso2709(written(book, encoding)));
    },
  );

  it('refuses what the reader refuses', () => {
    const unimarc = aRecord([datafield('100', '  ', '$a19900101d1990'), datafield('200', '1 ', '$aUn titre')]);
    for (const bytes of [written(unimarc), Buffer.from('00012'), Buffer.from(`${' '.repeat(30)}\u001d`)])
      expect(openIso2709(bytes)).toEqual(readIso2709(bytes));
  });

  it('ends at the end of the record: never reads beyond a delimiter without a code at the end of the last field', () => {
    const bytes = written(aRecord([datafield('245', '00', '$aUn titre$cx')]));
    // The text of the last subfield becomes a delimiter: field terminator and record terminator follow it.
    bytes[bytes.lastIndexOf(0x1f) + 2] = 0x1f;
    const [opened, whole] = both(bytes);
    expect(opened).toEqual(whole);
  });

  it('reads past a terminator within a field, as the reader does', () => {
    const bytes = written(aRecord([datafield('245', '00', '$aUn titre$cx')], { '001': 'abc' }));
    for (const within of ['titre', 'bc']) {
      const damaged = Buffer.from(bytes);
      damaged[damaged.indexOf(within)] = 0x1e;
      const [opened, whole] = both(damaged);
      expect(opened).toEqual(whole);
    }
  });

  it('reads past a terminator in the last subfield', () => {
    const bytes = written(aRecord([datafield('245', '00', '$aUn titre')]));
    bytes[bytes.indexOf('titre')] = 0x1e;
    const [opened, whole] = both(bytes);
    expect(opened).toEqual(whole);
  });

  const titled = anyRecord.map((record) => ({
    ...record,
    data: record.data.map((field, i) => (i % 3 === 0 ? { ...field, tag: '245' } : field)),
  }));

  it('returns for each field what the whole record returns, for any record with any defect', () => {
    const change = fc.record({
      at: fc.nat(),
      byte: fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0x1e, 0x1f, 0x1b, 0x26)),
    });
    fc.assert(
      fc.property(
        titled,
        fc.constantFrom('utf-8', 'marc-8'),
        fc.array(change, { maxLength: 8 }),
        (record, encoding, changes) => {
          const bytes = written(record, encoding);
          for (const { at, byte } of changes) bytes[at % bytes.length] = byte;
          const [opened, whole] = both(bytes);
          expect(opened).toEqual(whole);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
