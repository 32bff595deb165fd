import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { fields } from '../../../../layers/protocols/marc/fields.ts';
import { readIso2709 } from '../../../../layers/protocols/marc/read-iso2709.ts';
import { readMarcXml } from '../../../../layers/protocols/marc/read-marcxml.ts';
import type { MarcRecord } from '../../../../layers/protocols/marc/record.ts';
import { iso2709Splitter } from '../../../../layers/protocols/marc/split-iso2709.ts';
import { anyRecord, aRecord, datafield } from '../../../../test/builders/marc-records.ts';
import { describeWithRealData } from '../../../../test/builders/real-data.ts';
import { unionMarc } from '../../../catalogue/public/union-marc.ts';
import { exportFile, exportRecord, type RecordToExport } from './export-records.ts';
import type { exportForms } from './forms.ts';

const url = 'https://library.test/record/rec_1';
const toExport = (...records: MarcRecord[]): RecordToExport => ({
  recordId: 'rec_1',
  sources: records.map((record, i) => ({
    sourceId: `m${i}:l${i}`,
    memberId: `m${i}`,
    localId: `l${i}`,
    hiddenFrom: [],
    record,
  })),
  items: [],
  url,
});
const textOf = (record: RecordToExport, form: (typeof exportForms)[number]): string => {
  const done = exportRecord(record, form);
  if ('refused' in done) throw new Error(done.refused);
  return done.text;
};

const emma = aRecord(
  [
    datafield('020', '  ', '$a9780141439587'),
    datafield('100', '1 ', '$aAusten, Jane,$d1775-1817,$eauthor.'),
    datafield('245', '10', '$aEmma & Co. 100% {new} :$ba novel_ /$cJane Austen ; edited by Fiona Stafford.'),
    datafield('250', '  ', '$aRev. ed.'),
    datafield('260', '  ', '$aLondon :$bPenguin,$c2003.'),
    datafield('650', ' 0', '$aYoung women$zEngland$vFiction.'),
    datafield('700', '1 ', '$aStafford, Fiona J.$q(Fiona Jane),$d1960-$eeditor.'),
    datafield('710', '2 ', '$aCommittee on Health, Education, and Labor.'),
    datafield('852', '  ', '$bSECRET$p39000'),
    datafield('945', '  ', '$i39001'),
    datafield('590', '  ', '$aGift of a patron.'),
  ],
  { '001': 'b1', '008': '980101s2003    enk           000 1 eng d' },
);

test('headings that the consortium shows differently are so in lists of references and on the web, and as in the records in MARC', () => {
  const show = {
    subject: (subject: string): string => subject.replace('Young women', 'Young adults'),
    name: (name: string): string => name.replace('Austen, Jane', 'Austen, J.'),
  };
  const shown = { ...toExport(emma), show };
  expect(textOf(shown, 'ris')).toContain('KW  - Young adults -- England -- Fiction');
  expect(textOf(shown, 'ris')).toContain('AU  - Austen, J.\r\n');
  expect(textOf(shown, 'marcxml')).toContain('Austen, Jane');
  expect(textOf(shown, 'bibtex')).toContain('keywords = {Young adults -- England -- Fiction}');
  expect(textOf(shown, 'json-ld')).toContain('Young adults -- England -- Fiction');
  expect(textOf(shown, 'marcxml')).toContain('Young women');
});

test('RIS of a book: names inverted without dates, editors separate, a body’s name is not split at its commas', () => {
  expect(textOf(toExport(emma), 'ris').split('\r\n')).toEqual([
    'TY  - BOOK',
    'ID  - rec_1',
    'TI  - Emma & Co. 100% {new} : a novel_',
    'AU  - Austen, Jane',
    'AU  - Committee on Health Education and Labor,',
    'A3  - Stafford, Fiona J.',
    'PY  - 2003',
    'CY  - London',
    'PB  - Penguin',
    'ET  - Rev. ed.',
    'SN  - 9780141439587',
    'LA  - eng',
    'KW  - Young women -- England -- Fiction',
    `UR  - ${url}`,
    'ER  - ',
    '',
  ]);
});

test('BibTeX of a book: TeX special characters are escaped, names of bodies are not split', () => {
  expect(textOf(toExport(emma), 'bibtex')).toBe(
    [
      '@book{austen-2003-1,',
      '  title = {{Emma \\& Co. 100\\% (new) : a novel\\_}},',
      '  author = {Austen, Jane and {Committee on Health, Education, and Labor}},',
      '  editor = {Stafford, Fiona J.},',
      '  year = {2003},',
      '  publisher = {Penguin},',
      '  address = {London},',
      '  edition = {Rev. ed.},',
      '  isbn = {9780141439587},',
      '  language = {eng},',
      '  keywords = {Young women -- England -- Fiction},',
      `  url = {${url}},`,
      '}',
      '',
    ].join('\n'),
  );
});

test('finding I8: JSON-LD of a book has its type, page, language by BCP 47 and names without life dates, which stand apart', () => {
  expect(JSON.parse(textOf(toExport(emma), 'json-ld'))).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'Book',
    '@id': url,
    identifier: 'rec_1',
    name: 'Emma & Co. 100% {new} : a novel_',
    author: [{ '@type': 'Person', name: 'Austen, Jane', birthDate: '1775', deathDate: '1817' }],
    contributor: [
      { '@type': 'Person', name: 'Stafford, Fiona J. (Fiona Jane)', birthDate: '1960' },
      { '@type': 'Organization', name: 'Committee on Health, Education, and Labor' },
    ],
    datePublished: '2003',
    inLanguage: ['en'],
    isbn: ['9780141439587'],
  });
});

test.each([
  ['$aPlato,$d427 B.C.-347 B.C.', { name: 'Plato' }],
  ['$aChaucer, Geoffrey,$d-1400.', { name: 'Chaucer, Geoffrey', deathDate: '1400' }],
  ['$aGutenberg, Johann,$d1397?-1468.', { name: 'Gutenberg, Johann' }],
  [
    '$aAugustine,$cof Hippo, Saint,$d354-430.',
    { name: 'Augustine, of Hippo, Saint', birthDate: '0354', deathDate: '0430' },
  ],
  ['$aShaw, Ann,$dborn 1950', { name: 'Shaw, Ann', birthDate: '1950' }],
  ['$aShaw, Ann,$dactive 1650-1670', { name: 'Shaw, Ann' }],
  ['$aShaw, Ann,$d1840-1900,$q(Ann Mary)', { name: 'Shaw, Ann (Ann Mary)', birthDate: '1840', deathDate: '1900' }],
  ['$aSmith, 1984', { name: 'Smith, 1984' }],
])('finding I8: JSON-LD states of %s the years that are sure', (name, person) => {
  const record = aRecord([datafield('245', '00', '$aLetters.'), datafield('100', '1 ', name)]);
  expect(JSON.parse(textOf(toExport(record), 'json-ld')).author).toEqual([{ '@type': 'Person', ...person }]);
});

test.each([
  ['ger', ['de']],
  ['chi', ['zh']],
  ['grc', ['grc']],
  ['scr', ['hr']],
  ['gag', ['gl']],
  ['und', undefined],
  ['|||', undefined],
])('finding I8: JSON-LD names the MARC language %s by its BCP 47 tag', (code, tags) => {
  const record = aRecord([datafield('245', '00', '$aLetters.')], {
    '008': `980101s2003    enk           000 0 ${code} d`,
  });
  expect(JSON.parse(textOf(toExport(record), 'json-ld')).inLanguage).toEqual(tags);
});

test.each([
  ['100', '1 ', 'author', 'Person'],
  ['110', '2 ', 'author', 'Organization'],
  ['111', '2 ', 'author', 'Organization'],
  ['700', '1 ', 'contributor', 'Person'],
  ['710', '2 ', 'contributor', 'Organization'],
  ['711', '2 ', 'contributor', 'Organization'],
])('JSON-LD takes a name in %s %sfor %s: %s', (tag, indicators, property, type) => {
  const record = aRecord([datafield('245', '00', '$aProceedings.'), datafield(tag, indicators, '$aTanglewood')]);
  expect(JSON.parse(textOf(toExport(record), 'json-ld'))[property]).toEqual([{ '@type': type, name: 'Tanglewood' }]);
});

test('the MARC of a union record: the fullest describes, others add; local fields and old copies stay out', () => {
  const lesser = aRecord(
    [
      datafield('020', '  ', '$a0141439580 (pbk.)'),
      datafield('245', '10', '$6880-01$aEmma.'),
      datafield('505', '0 ', '$6880-02$aVolume one.'),
      datafield('650', ' 0', '$aYOUNG WOMEN$zEngland$vFiction'),
      datafield('650', ' 0', '$aMatchmaking.'),
      datafield('999', '  ', '$aPRIVATE'),
    ],
    { '001': 'x9' },
    '00000nam a2200000 7a4500',
  );
  const whole = { ...toExport(emma, lesser) };
  const item = { itemId: 'i1', sourceId: 'm0:l0', memberId: 'm0', branchId: 'm0.main', barcode: 'A1' };
  const rest = { location: '', callNumber: 'FIC AUS', category: 'book', copyNumber: '', volume: '', hiddenFrom: [] };
  const marc = unionMarc('rec_1', whole.sources, [{ ...item, ...rest }]);
  const valuesOf = (tag: string): string[] =>
    fields(marc ?? emma, tag).map((field) => field.subfields.map(({ code, value }) => `$${code}${value}`).join(''));
  expect(marc?.control[0]).toEqual({ tag: '001', value: 'rec_1' });
  expect(valuesOf('020')).toEqual(['$a9780141439587']);
  expect(valuesOf('505')).toEqual(['$aVolume one.']);
  expect(valuesOf('650')).toEqual(['$aYoung women$zEngland$vFiction.', '$aMatchmaking.']);
  expect(valuesOf('035')).toEqual(['$a(m0)l0', '$a(m1)l1']);
  expect(valuesOf('852')).toEqual(['$am0$bm0.main$hFIC AUS$pA1']);
  expect(['945', '590', '999'].flatMap(valuesOf)).toEqual([]);
  expect(unionMarc('rec_1', [...whole.sources].reverse(), [])).toEqual(unionMarc('rec_1', whole.sources, []));
});

const balanced = (text: string): boolean => {
  let open = 0;
  for (const one of text.replace(/\\[{}]/g, '')) {
    open += one === '{' ? 1 : one === '}' ? -1 : 0;
    if (open < 0) return false;
  }
  return open === 0;
};

const risTag = /^(?:[A-Z][A-Z0-9] {2}- .*)?$/u;

/** Asserts what is true of any record in any form. */
const checks = (record: RecordToExport): void => {
  const [ris, bibtex] = [textOf(record, 'ris'), textOf(record, 'bibtex')];
  expect(ris.split('\r\n').filter((line) => !risTag.test(line))).toEqual([]);
  expect(ris.match(/^ER {2}- $/gm)).toHaveLength(1);
  expect([balanced(bibtex), /^@(book|misc)\{[a-z0-9-]+,\n/.test(bibtex)]).toEqual([true, true]);
  expect(JSON.parse(textOf(record, 'json-ld'))).toMatchObject({ identifier: 'rec_1' });
  const marc = unionMarc('rec_1', record.sources, record.items);
  const xml = [...readMarcXml(exportFile([textOf(record, 'marcxml')], 'marcxml'))][0];
  expect(xml && 'record' in xml ? xml.record.data : xml).toEqual(marc?.data);
};

test('any record is written in every format, and read back as MARC it is unchanged', () => {
  fc.assert(
    fc.property(anyRecord, anyRecord, (one, other) => checks(toExport(one, other))),
    { numRuns: 60 },
  );
});

describeWithRealData('exports of real records', (folder) => {
  const names = ['penn-state', 'temple', 'uva', 'rero', 'evergreen-mrc'];
  test.each(names)('every seventh record of %s is written in every format', (name) => {
    const file = path.join(folder, 'marc', name, 'records.mrc');
    const splitter = iso2709Splitter();
    const pieces = [...splitter.push(readFileSync(file)), ...splitter.end()];
    let read = 0;
    pieces.forEach((piece, i) => {
      if (i % 7 !== 0 || 'reason' in piece) return;
      const result = readIso2709(piece.bytes);
      if (!('record' in result)) return;
      read += 1;
      const record = toExport(result.record);
      checks(record);
      // ISO 2709 is decoded and compared field by field; only records too long for its four and five digits are refused.
      const iso = exportRecord(record, 'marc');
      if ('refused' in iso) expect(iso.refused).toMatch(/ISO 2709 holds/);
      else {
        const back = readIso2709(Buffer.from(iso.text, 'utf8'));
        const marc = unionMarc('rec_1', record.sources, []);
        expect('record' in back ? back.record.data : back).toEqual(marc?.data);
      }
    });
    expect(read).toBeGreaterThan(20);
  });
});
