import * as fc from 'fast-check';
import { anyRecord, aRecord, datafield, essence } from '../../../test/builders/marc-records.ts';
import { readIso2709 } from './read-iso2709.ts';
import { unimarcConverter } from './unimarc/unimarc-converter.ts';
import { writeIso2709 } from './write-iso2709.ts';

const tempest = aRecord(
  [
    datafield('100', '1 ', '$aShakespeare, William,$d1564-1616.'),
    datafield('245', '14', '$aThe tempest /$cWilliam Shakespeare.'),
  ],
  { '001': 'x1', '008': '850101s1985    enk           000 1 eng  ' },
);
const written = (record = tempest): Buffer => {
  const result = writeIso2709(record);
  if ('refused' in result) throw new Error(JSON.stringify(result.refused));
  return Buffer.from(result.bytes);
};
const patched = (at: number, text: string, bytes = written()): Buffer => {
  const copy = Buffer.from(bytes);
  copy.write(text, at, 'latin1');
  return copy;
};
const read = (bytes: Uint8Array) => {
  const result = readIso2709(bytes);
  return 'rejected' in result
    ? result
    : { record: essence(result.record), codes: [...new Set(result.warnings.map(({ code }) => code))] };
};
/** Returns a record of one title with the given bytes and correct lengths, whatever text they encode. */
const rawTitle = (value: Buffer, encoding: string): Buffer => {
  const field = Buffer.concat([Buffer.from('00\u001fa'), value, Buffer.from('\u001e')]);
  const directory = `245${String(field.length).padStart(4, '0')}00000\u001e`;
  const leader = `${String(24 + 13 + field.length + 1).padStart(5, '0')}nam ${encoding}2200037 a 4500`;
  return Buffer.concat([Buffer.from(leader + directory), field, Buffer.from('\u001d')]);
};
const titleOf = (bytes: Uint8Array): string | undefined => {
  const result = readIso2709(bytes);
  return 'record' in result ? result.record.data[0]?.subfields[0]?.value : undefined;
};

describe('reading an ISO 2709 record', () => {
  it('returns leader, control fields and data fields', () => {
    expect(read(written())).toEqual({ record: essence(tempest), codes: [] });
  });

  it.each([
    ['leader constants', 10, '  ', 'leader-repaired'],
    ['the entry map', 20, '    ', 'leader-repaired'],
    ['the length', 0, '00099', 'length-wrong'],
    ['the base address', 12, '00000', 'base-address-wrong'],
    ['a start in the directory', 24 + 12 + 7, '99999', 'directory-repaired'],
    ['a length in the directory', 24 + 3, '0009', 'directory-repaired'],
  ])('repairs %s', (_what, at, text, code) => {
    expect(read(patched(at, text))).toEqual({ record: essence(tempest), codes: [code] });
  });

  it('reads a directory with lengths in characters instead of bytes', () => {
    const accented = aRecord([datafield('245', '00', '$aÉté à Zürich'), datafield('500', '  ', '$aNote.')], {
      '001': 'z',
    });
    const bytes = written(accented);
    bytes.write('0015', 24 + 12 + 3, 'latin1');
    bytes.write('00017', 24 + 24 + 7, 'latin1');
    expect(read(bytes)).toEqual({ record: essence(accented), codes: ['directory-repaired'] });
  });

  it('reads a field that is too long for the four digits of its length', () => {
    const long = `10\u001fa${'x'.repeat(11_000)}\u001e`;
    const bytes = `11100nam a2200051 a 4500001000300000245${long.length}00003\u001ez1\u001e${long}\u001d`;
    expect(titleOf(Buffer.from(bytes))).toHaveLength(11_000);
  });

  it('reads a record with a leader that is one character short', () => {
    const bytes = written();
    expect(read(Buffer.concat([bytes.subarray(0, 23), bytes.subarray(24)]))).toEqual({
      record: essence(tempest),
      codes: ['leader-repaired', 'length-wrong', 'base-address-wrong', 'directory-repaired'],
    });
  });

  it.each([
    ['UTF-8 that the leader denies', Buffer.from('Zürich'), ' ', 'Zürich'],
    ['MARC-8', Buffer.from('Z\u00e8urich', 'latin1'), ' ', 'Zürich'],
    ['MARC-8 that the leader calls Unicode', Buffer.from('Z\u00e8urich', 'latin1'), 'a', 'Zürich'],
    ['Latin-1', Buffer.from('Caf\u00e9, \u00e9t\u00e9 ', 'latin1'), ' ', 'Café, été '],
    [
      'UTF-8 with a stray byte',
      Buffer.concat([Buffer.from('Zürich à '), Buffer.from([0xff]), Buffer.from(' été')]),
      'a',
      'Zürich à \ufffd été',
    ],
  ])('detects %s by its bytes', (_name, value, encoding, text) => {
    expect(titleOf(rawTitle(value, encoding))).toBe(text);
  });

  it('keeps text after an unreadable code, and blanks unreadable indicators', () => {
    const bytes = written(aRecord([datafield('245', '||', '$a??$b!!')]));
    const result = readIso2709(Buffer.from(bytes.toString('latin1').replace('\u001fb', '\u001f '), 'latin1'));
    expect(result).toMatchObject({
      record: {
        data: [
          {
            ind1: ' ',
            ind2: ' ',
            subfields: [
              { code: 'a', value: '??' },
              { code: '?', value: '!!' },
            ],
          },
        ],
      },
      warnings: [{ code: 'indicator-repaired' }, { code: 'subfield-repaired' }],
    });
  });

  it.each([
    ['fewer bytes than a leader', Buffer.from('00012'), 'too-short'],
    ['no directory', Buffer.from(`${' '.repeat(30)}\u001d`), 'no-directory'],
    ['an empty directory', Buffer.from(`00026nam a2200025 a 4500\u001e\u001d`), 'no-fields'],
    ['a directory of nonsense', patched(24, 'not a directory at all, whatever it is', written()), 'directory-broken'],
  ])('refuses %s', (_what, bytes, reason) => {
    expect(readIso2709(bytes)).toEqual({ rejected: reason });
  });

  it('refuses UNIMARC without a converter, and not a MARC 21 record without a title', () => {
    const unimarc = aRecord([
      datafield('100', '  ', '$a19900101d1990    m  y0frey50      ba'),
      datafield('200', '1 ', '$aUn titre'),
    ]);
    expect(readIso2709(written(unimarc))).toEqual({ rejected: 'unimarc' });
    expect(readIso2709(written(unimarc), unimarcConverter)).toMatchObject({
      record: { data: [{ tag: '245', subfields: [{ code: 'a', value: 'Un titre' }] }] },
    });
    expect(read(written(aRecord([datafield('500', '  ', '$aA note.')])))).toMatchObject({ codes: [] });
  });

  it('removes a stray terminator from text, also where another one was lost', () => {
    const bytes = Buffer.from(
      written().toString('latin1').replace('William, ', 'W\u001elliam').replace('\u001fc', '\u001ec'),
      'latin1',
    );
    const lost = Buffer.concat([bytes.subarray(0, -2), bytes.subarray(-1)]);
    for (const damaged of [bytes, lost]) {
      const result = readIso2709(damaged);
      expect('record' in result ? writeIso2709(result.record) : result).not.toHaveProperty('refused');
    }
  });

  it.each(['\ufffe', '\uffff', '\u0007'])('removes forbidden characters from text: %j', (sign) => {
    const result = readIso2709(Buffer.from(written().toString('utf8').replace('W', sign), 'utf8'));
    expect('record' in result ? result.warnings.map(({ code }) => code) : result).toContain(
      'control-characters-removed',
    );
    expect('record' in result ? writeIso2709(result.record) : result).toHaveProperty('bytes');
  });

  it('reads back any record that was written', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        expect(read(written(record))).toEqual({ record: essence(record), codes: [] });
      }),
      { numRuns: 200 },
    );
  });

  it('never throws on changed bytes, and what it accepts can be written', () => {
    const change = fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }) });
    fc.assert(
      fc.property(anyRecord, fc.array(change, { maxLength: 12 }), fc.nat(), (record, changes, cut) => {
        const bytes = written(record);
        for (const { at, byte } of changes) bytes[at % bytes.length] = byte;
        for (const damaged of [bytes, bytes.subarray(0, cut % bytes.length)]) {
          const result = readIso2709(damaged);
          if ('record' in result) expect(writeIso2709(result.record)).toHaveProperty('bytes');
          else expect(typeof result.rejected).toBe('string');
        }
      }),
      { numRuns: 400 },
    );
  });
});
