import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readIso2709 } from '../../../../layers/protocols/marc/read-iso2709.ts';
import type { DataField, MarcRecord } from '../../../../layers/protocols/marc/record.ts';
import { iso2709Splitter } from '../../../../layers/protocols/marc/split-iso2709.ts';
import { aRecord, datafield } from '../../../../test/builders/marc-records.ts';
import { describeWithRealData } from '../../../../test/builders/real-data.ts';
import { faultsBySchema } from '../../../../test/builders/valid-xml.ts';
import { type SourceInUnion, unionDocument } from '../union/union-document.ts';
import type { Audience } from '../visibility/visibility.ts';
import { publicRecord } from './public-record.ts';

const source = (memberId: string, record: MarcRecord, hiddenFrom: Audience[] = []): SourceInUnion => ({
  ...{ sourceId: `${memberId}:1`, memberId, localId: '1', record, hiddenFrom, hiddenHoldings: {}, copies: [] },
});
const shown = (sources: SourceInUnion[], most = 1_000_000) =>
  publicRecord(sources, unionDocument('rec_1', sources), most);

const book = (...more: DataField[]): MarcRecord =>
  aRecord([datafield('245', '10', '$aEmma /$cJane Austen.'), datafield('300', '  ', '$a474 p.'), ...more], {
    '001': 'b1',
    '008': '980101s2003    enk           000 0 eng d',
  });

const full = book(
  datafield('100', '1 ', '$aAusten, Jane,$d1775-1817.'),
  datafield('490', '1 ', '$aPenguin classics'),
  datafield('650', ' 0', '$aYoung women$vFiction.'),
  datafield('852', '  ', '$aSecret shelf'),
  datafield('952', '  ', '$p31234'),
);
const other = book(
  datafield('020', '  ', '$a9780141439587'),
  datafield('650', ' 0', '$aYoung women$vFiction'),
  datafield('650', ' 0', '$aMatchmaking'),
  datafield('505', '0 ', '$aVolume one'),
);

test('the fullest record describes, others add headings, numbers and notes, once; local fields are omitted', () => {
  const { marcxml = '', dc = '', holdings, sets = [] } = shown([source('ash', full), source('birch', other)]) ?? {};
  const values = [...marcxml.matchAll(/<subfield code="a">([^<]*)</g)].map(([, value]) => value);
  expect(values).toEqual([
    ...['9780141439587', '(ash)1', '(birch)1', 'Austen, Jane,', 'Emma /', '474 p.', 'Penguin classics', 'Volume one'],
    ...['Young women', 'Matchmaking'],
  ]);
  expect(holdings).toEqual([{ memberId: 'ash' }, { memberId: 'birch' }]);
  expect(marcxml).toContain('<controlfield tag="001">rec_1</controlfield>');
  expect(marcxml).not.toMatch(/tag="952"|Secret shelf/);
  expect(dc).toContain('<dc:creator>Austen, Jane, 1775-1817</dc:creator>');
  expect(dc).toContain('<dc:identifier>urn:isbn:9780141439587</dc:identifier>');
  expect(sets).toEqual(['format.book', 'member.ash', 'member.birch']);
});

test('finding I5: only copies are listed that neither they, their holding nor their record hides from the public', () => {
  const copy = (itemId: string, branchId: string, hiddenFrom: Audience[] = []) => ({
    ...{
      itemId,
      branchId,
      barcode: itemId.toUpperCase(),
      callNumber: 'FIC',
      location: '',
      isAvailable: true,
      hiddenFrom,
    },
  });
  const ash = {
    ...source('ash', full),
    hiddenHoldings: { 'ash.closed': ['public'] as Audience[] },
    copies: [copy('a2', 'ash.main'), copy('a1', 'ash.main', ['public']), copy('a3', 'ash.closed')],
  };
  const secret = { ...source('birch', other, ['public']), copies: [copy('b1', 'birch.east')] };
  const sources = [ash, secret, { ...source('cedar', book()), copies: [copy('c1', 'cedar.main')] }];
  const { holdings } = shown(sources) ?? {};
  expect(holdings).toEqual([
    { memberId: 'ash', itemId: 'a2', branchId: 'ash.main', barcode: 'A2', callNumber: 'FIC' },
    { memberId: 'cedar', itemId: 'c1', branchId: 'cedar.main', barcode: 'C1', callNumber: 'FIC' },
  ]);
  expect(JSON.stringify(shown(sources, 200)?.holdings).length).toBeLessThan(250);
});

test('it is the same in any order of the sources', () => {
  const sources = [source('ash', full), source('birch', other), source('cedar', book())];
  expect(shown([...sources].reverse())).toEqual(shown(sources));
});

test('a record that is hidden from the public adds nothing, and alone produces no public record', () => {
  const hidden = source('birch', other, ['public']);
  const { marcxml = '', sets = [] } = shown([source('ash', full), hidden]) ?? {};
  expect([marcxml.includes('birch'), marcxml.includes('Matchmaking'), sets]).toEqual([
    ...[false, false],
    ['format.book', 'member.ash'],
  ]);
  for (const from of [['public'], ['union'], ['other-members']] as Audience[][])
    expect(shown([source('birch', other, from)])).toBeUndefined();
  expect(shown([])).toBeUndefined();
});

test('a record above the size limit loses its longest fields', () => {
  const long = book(datafield('505', '0 ', `$a${'x'.repeat(5000)}`), datafield('500', '  ', '$aShort.'));
  const { marcxml = '', dc = '' } = shown([source('ash', long)], 3000) ?? {};
  expect(marcxml.length).toBeLessThanOrEqual(3000);
  expect(marcxml).toContain('Short.');
  expect(dc).toContain('<dc:title>Emma</dc:title>');
  expect(dc).not.toContain('xxx');
});

describeWithRealData('real records', (folder) => {
  test.each(['uva', 'penn-state', 'temple', 'trln-4univ'])('%s: every one is valid MARCXML', (file) => {
    const splitter = iso2709Splitter();
    const pieces = [...splitter.push(readFileSync(join(folder, 'marc', file, 'records.mrc'))), ...splitter.end()];
    const written = pieces.slice(0, 200).flatMap((piece) => {
      const read = 'bytes' in piece ? readIso2709(piece.bytes) : undefined;
      const found = read && 'record' in read ? shown([source('ash', read.record)]) : undefined;
      return found ? [found.marcxml] : [];
    });
    expect(written.length).toBeGreaterThan(150);
    expect(faultsBySchema(join(folder, 'oai', 'MARC21slim.xsd'), written)).toEqual([]);
  });
});
