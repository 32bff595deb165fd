import * as fc from 'fast-check';
import { anyRecord, aRecord, datafield, essence } from '../../../test/builders/marc-records.ts';
import { asMarc8Says } from './encode-marc8.ts';
import { readIso2709 } from './read-iso2709.ts';
import type { MarcRecord } from './record.ts';
import { writeIso2709 } from './write-iso2709.ts';
import { writeMarcXml } from './write-marcxml.ts';

/** A MARC-8 leader declares no Unicode, and the text is in NFC only. */
const inNfc = (record: MarcRecord): unknown =>
  JSON.parse(asMarc8Says(JSON.stringify({ ...record, leader: record.leader.replace(/^(....)./, '$1 ') })));

const title = datafield('245', '00', '$aÉté');

describe('writing a record', () => {
  it('computes lengths in bytes and states UTF-8', () => {
    expect(writeIso2709(aRecord([title], { '001': 'a1' }, '99999nam  3399999ia 9999'))).toEqual({
      bytes: Buffer.from('00063nam a2200049ia 4500001000300000245001000003\u001ea1\u001e00\u001faÉté\u001e\u001d'),
    });
  });

  it('writes MARCXML with what XML needs escaped', () => {
    expect(writeMarcXml(aRecord([datafield('245', '1 ', '$a"A" & <B>\r')]))).toEqual({
      xml: '<record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000 a 4500</leader><datafield tag="245" ind1="1" ind2=" "><subfield code="a">&quot;A&quot; &amp; &lt;B&gt;&#13;</subfield></datafield></record>',
    });
  });

  it('refuses what five and four digits cannot express, and XML accepts it', () => {
    const fields = Array.from({ length: 11 }, (_, i) => datafield('505', '0 ', `$a${String(i).padEnd(9_500, 'x')}`));
    const tooLong = aRecord([datafield('520', '  ', `$a${'x'.repeat(10_000)}`), ...fields]);
    expect(writeIso2709(tooLong)).toEqual({
      refused: [
        { code: 'field-too-long', detail: 'Field 520 has 10005 bytes; ISO 2709 holds 9999.' },
        { code: 'record-too-long', detail: 'The record has 114730 bytes; ISO 2709 holds 99999.' },
      ],
    });
    expect(writeMarcXml(tooLong)).toHaveProperty('xml');
  });

  it.each([
    ['a short leader', { ...aRecord([title]), leader: 'nam' }, 'leader-not-24-characters', '/leader'],
    ['no fields', aRecord([]), 'record-without-fields', ''],
    ['a tag of two digits', aRecord([{ ...title, tag: '45' }]), 'tag-not-of-a-data-field', '/data/0/tag'],
    ['a control tag among data fields', aRecord([{ ...title, tag: '001' }]), 'tag-not-of-a-data-field', '/data/0/tag'],
    ['a data tag among control fields', aRecord([], { '245': 'x' }), 'tag-not-of-a-control-field', '/control/0/tag'],
    [
      'an indicator of two characters',
      aRecord([{ ...title, ind1: '11' }]),
      'indicator-not-one-character',
      '/data/0/ind1',
    ],
    [
      'a code beyond ASCII',
      aRecord([{ ...title, subfields: [{ code: 'é', value: 'x' }] }]),
      'code-not-one-character',
      '/data/0/subfields/0/code',
    ],
    ['a field without subfields', aRecord([{ ...title, subfields: [] }]), 'field-without-subfields', '/data/0'],
    [
      'a terminator in text',
      aRecord([datafield('245', '00', '$aa\u001eb')]),
      'control-character',
      '/data/0/subfields/0/value',
    ],
  ])('refuses %s in either form', (_what, record, code, pointer) => {
    const refused = [expect.objectContaining({ code, pointer })];
    expect(writeIso2709(record)).toEqual({ refused });
    expect(writeMarcXml(record)).toEqual({ refused });
  });

  it('writes MARC-8 on request, and states it in the leader', () => {
    expect(writeIso2709(aRecord([title, datafield('880', '00', '$a日本')], { '001': 'é' }), 'marc-8')).toEqual({
      bytes: Buffer.from(
        '00092nam  2200061 a 45000010003000002450010000038800017000' +
          '13\u001e\u00e2e\u001e00\u001fa\u00e2Et\u00e2e\u001e00\u001fa\u001b$1!Bs!Ci\u001b(B\u001e\u001d',
        'latin1',
      ),
    });
  });

  it('uses ANSEL where MARC-8 would be read as another encoding', () => {
    const record = aRecord([datafield('245', '00', '$a©Ł')], { '001': 'x' });
    const written = writeIso2709(record, 'marc-8');
    if ('refused' in written) throw new Error('refused');
    expect(Buffer.from(written.bytes).toString('latin1')).toContain('\u001fa\u001b)!E\u00c3\u00a1');
    expect(readIso2709(written.bytes)).toMatchObject({ record: { data: record.data }, warnings: [] });
  });

  it('reads back any record that it wrote in MARC-8', () => {
    fc.assert(
      fc.property(anyRecord, (any) => {
        const written = writeIso2709(any, 'marc-8');
        const read = 'bytes' in written ? readIso2709(written.bytes) : { rejected: 'too-long' };
        expect('record' in read ? inNfc(essence(read.record)) : read).toEqual(inNfc(essence(any)));
      }),
      { numRuns: 200 },
    );
  });
});
