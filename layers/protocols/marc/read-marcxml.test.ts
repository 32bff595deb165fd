import * as fc from 'fast-check';
import { anyRecord, aRecord, datafield, essence } from '../../../test/builders/marc-records.ts';
import { type MarcXmlPiece, readMarcXml } from './read-marcxml.ts';
import { MARCXML_NAMESPACE, marcXmlCollection, writeMarcXml } from './write-marcxml.ts';

const tempest = aRecord([datafield('245', '14', '$aThe tempest & more /$cÉ. "X" <Y>')], { '001': 'x1' });
const xmlOf = (record = tempest): string => {
  const written = writeMarcXml(record);
  if ('refused' in written) throw new Error(JSON.stringify(written.refused));
  return written.xml;
};
const outcomes = (input: string | Uint8Array) =>
  [...readMarcXml(input)].map((piece: MarcXmlPiece) =>
    'rejected' in piece ? [piece.offset, piece.rejected] : essence(piece.record),
  );
const record = (inner: string): string => `<record xmlns="${MARCXML_NAMESPACE}">${inner}</record>`;
const note = record(
  '<leader>00000nam a2200000 a 4500</leader><datafield tag="500" ind1=" " ind2=" "><subfield code="a">N</subfield></datafield>',
);
const readNote = essence(aRecord([datafield('500', '  ', '$aN')]));

describe('reading MARCXML', () => {
  it('returns the records of a collection, with byte offsets', () => {
    const file = marcXmlCollection([xmlOf(), note]);
    expect(
      [...readMarcXml(file)].map(({ offset, length }) =>
        Buffer.from(file)
          .subarray(offset, offset + length)
          .toString(),
      ),
    ).toEqual([xmlOf(), note]);
    expect(outcomes(file)).toEqual([essence(tempest), readNote]);
  });

  it.each([
    ['prefixes', note.replaceAll('<', '<m:').replaceAll('<m:/', '</m:').replace('xmlns=', 'xmlns:m=')],
    ['comments, CDATA and processing instructions', note.replace('N<', '<!-- <record> --><![CDATA[N]]><?x y?><')],
    ['numeric references', note.replace('>N<', '>&#78;<').replace('N', 'N')],
    [
      'an OAI-PMH envelope',
      `<OAI-PMH><record><header><identifier>1</identifier></header><metadata>${note}</metadata></record></OAI-PMH>`,
    ],
    [
      'an SRU envelope',
      `<zs:record xmlns:zs="x"><zs:recordSchema>marcxml</zs:recordSchema><zs:recordData>${note}</zs:recordData></zs:record>`,
    ],
  ])('reads through %s', (_what, xml) => {
    expect(outcomes(xml)).toEqual([readNote]);
  });

  it('reads UTF-16 and declared Latin-1', () => {
    const text = note.replace('>N<', '>é<');
    const expected = [essence(aRecord([datafield('500', '  ', '$aé')]))];
    expect(outcomes(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual(expected);
    expect(outcomes(Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${text}`, 'latin1'))).toEqual(expected);
  });

  it.each([
    ['an entity that XML does not define', note.replace('>N<', '>&lol;<'), 'unknown-entity'],
    ['a bare ampersand', note.replace('>N<', '>A & B<'), 'not-well-formed'],
    ['tags that cross', note.replace('</subfield></datafield>', '</datafield></subfield>'), 'not-well-formed'],
    ['nothing', record(''), 'no-fields'],
    ['deep nesting', record('<a>'.repeat(20) + '</a>'.repeat(20)), 'nested-too-deep'],
  ])('refuses a record with %s, and reads the next', (_what, xml, reason) => {
    expect(outcomes(xml + note)).toEqual([[0, reason], readNote]);
  });

  it('refuses a truncated record, at the end or before the next one', () => {
    const broken = note.slice(0, -20);
    expect(outcomes(broken + note)).toEqual([[0, 'truncated-record'], readNote]);
    expect(outcomes(note + broken)).toEqual([readNote, [note.length, 'truncated-record']]);
  });

  it('refuses the whole file when it has a DOCTYPE', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
    expect(outcomes(bomb + note)).toEqual([[0, 'doctype']]);
  });

  it('refuses a record above the limit, and reads the next', () => {
    const long = note.replace('>N<', `>${'x'.repeat(2_000)}<`);
    const [first, second] = [...readMarcXml(long + note, { cap: 1_000 })];
    expect(first).toEqual({ offset: 0, length: long.length, rejected: 'record-over-cap' });
    expect(second).toMatchObject({ offset: long.length, record: {} });
  });

  it('finding M7: ignores an element that MARCXML does not define, with what is in it, and reports it', () => {
    const foreign = '<x:holdings xmlns:x="y"><subfield code="a">no</subfield><b/></x:holdings>';
    const inside = note.replace('>N<', '>N<i>no</i><').replace('</record>', `${foreign}</record>`);
    expect([...readMarcXml(inside)][0]).toMatchObject({
      record: { data: [{ tag: '500', subfields: [{ code: 'a', value: 'N' }] }] },
      warnings: expect.arrayContaining([
        { code: 'element-ignored', detail: 'i' },
        { code: 'element-ignored', detail: 'x:holdings' },
      ]),
    });
  });

  it('finding M7: reports a control character in the number of a record', () => {
    const [piece] = readMarcXml(record('<controlfield tag="001">12&#1;3</controlfield>'));
    expect(piece).toMatchObject({
      record: { control: [{ tag: '001', value: '123' }] },
      warnings: expect.arrayContaining([{ code: 'number-cleaned', detail: '123' }]),
    });
  });

  it('keeps the text of a subfield without a code, and blanks indicators of two characters', () => {
    const xml = note.replace(' code="a"', '').replace('ind1=" "', 'ind1="12"');
    expect([...readMarcXml(xml)][0]).toMatchObject({
      record: { data: [{ tag: '500', ind1: ' ', ind2: ' ', subfields: [{ code: '?', value: 'N' }] }] },
      warnings: [{ code: 'subfield-repaired', detail: '500' }],
    });
  });

  it('reports when it had to create a leader or drop a field', () => {
    const xml = record(
      '<datafield tag="42"><subfield code="a">x</subfield></datafield><controlfield tag="001">1</controlfield>',
    );
    const [piece] = readMarcXml(xml);
    expect(piece).toMatchObject({
      record: { control: [{ tag: '001', value: '1' }], data: [] },
      warnings: [{ code: 'field-dropped', detail: '42' }, { code: 'leader-missing' }],
    });
  });

  it('reads back any record that was written', () => {
    fc.assert(
      fc.property(anyRecord, (any) => {
        expect(outcomes(xmlOf(any))).toEqual([essence(any)]);
      }),
      { numRuns: 200 },
    );
  });

  it('never throws on changed text', () => {
    const change = fc.record({
      at: fc.nat(),
      text: fc.constantFrom('<', '>', '&', '"', '/', '<record', '</record>', '<![CDATA[', '<!--', '\0'),
    });
    fc.assert(
      fc.property(anyRecord, fc.array(change, { minLength: 1, maxLength: 6 }), (any, changes) => {
        let xml = xmlOf(any);
        for (const { at, text } of changes) xml = xml.slice(0, at % xml.length) + text + xml.slice(at % xml.length);
        for (const piece of readMarcXml(xml))
          expect('record' in piece || typeof piece.rejected === 'string').toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
