import { readFileSync } from 'node:fs';
import path from 'node:path';
import { control } from '../../../../layers/protocols/marc/fields.ts';
import { readIso2709 } from '../../../../layers/protocols/marc/read-iso2709.ts';
import type { DataField, MarcRecord } from '../../../../layers/protocols/marc/record.ts';
import { aRecord, datafield } from '../../../../test/builders/marc-records.ts';
import { rawRecords } from '../../../../test/builders/raw-marc.ts';
import { describeWithRealData } from '../../../../test/builders/real-data.ts';
import { exportRecord } from '../../../discovery/domain/export/export-records.ts';
import { exportForms } from '../../../discovery/domain/export/forms.ts';
import { publicRecord } from '../harvest/public-record.ts';
import { type HistoryEntry, sharedEntry } from '../history/history.ts';
import { changedFields } from '../history/record-changes.ts';
import { toSearchDocument } from '../index/search-document.ts';
import { ownWordsOf } from '../own-text.ts';
import { unionDocument } from '../union/union-document.ts';
import { unionMarc } from '../union/union-marc.ts';
import { localFields, localText, patronsField, sharedPart } from './local-fields.ts';

const source = (record: MarcRecord) => ({
  ...{ sourceId: 'ash:1', memberId: 'ash', localId: '1', record, hiddenFrom: [], hiddenHoldings: {}, copies: [] },
});
const titled = (...more: DataField[]) => aRecord([datafield('245', '10', '$aEmma'), ...more], { '001': '1' });

/** Returns all that users of other libraries receive of a record: its document, its harvested forms, its exports, and itself. */
const shownToOthers = (record: MarcRecord): string => {
  const one = source(record);
  const document = unionDocument('rec_1', [one]);
  const exports = exportForms.map((form) =>
    exportRecord({ recordId: 'rec_1', sources: [one], items: [], url: 'https://x.example' }, form),
  );
  return JSON.stringify([
    ...[document, document && toSearchDocument(document), publicRecord([one], document, 100_000)],
    ...[exports, sharedPart(record)],
  ]);
};

const PRIVATE = [
  ['541', '  ', '$aHush$bOakham$h12.50'],
  ['541', '1 ', '$aHush'],
  ['542', '0 ', '$dHush'],
  ['561', '0 ', '$aHush'],
  ['583', '0 ', '$aHush'],
  ['880', '0 ', '$6561-00$aHush'],
  ['880', '  ', '$6541-00$aHush'],
] as const;

/** A public word with a nonpublic note beside it. */
const IN_PART = [
  ['583', '1 ', '$aConserved$xHush'],
  ['583', '  ', '$aConserved$xHush'],
  ['526', '8 ', '$aConserved$xHush'],
  ['856', '40', '$uhttp://a.example$yConserved$xHush'],
  ['866', '  ', '$aConserved$xHush'],
  ['852', '  ', '$bConserved$xHush'],
  ['876', '  ', '$pConserved$xHush'],
] as const;

test.each(PRIVATE)(
  '%s %s %s is private: no interface returns it, the library’s own staff can read it',
  (tag, indicators, text) => {
    const field = datafield(tag, indicators, text);
    expect(shownToOthers(titled(field))).not.toMatch(/hush/i);
    expect(localFields([source(titled(field))], ['ash'], () => [])).toEqual([{ memberId: 'ash', field }]);
    expect(patronsField(field)).toBeUndefined();
    expect(ownWordsOf([source(titled(field))], () => [])).toEqual([{ token: 'staff:ash', texts: [localText(field)] }]);
  },
);

test.each(IN_PART)('%s %s %s is shown except $x', (tag, indicators, text) => {
  const record = titled(datafield(tag, indicators, text));
  expect(shownToOthers(record)).not.toMatch(/hush/i);
  expect(JSON.stringify(sharedPart(record))).toContain('Conserved');
});

test.each([
  ['561', '1 ', '$aBought at Sotheby'],
  ['561', '  ', '$aBought at Sotheby'],
  ['583', '1 ', '$aBought at Sotheby'],
  ['500', '0 ', '$aBought at Sotheby'],
  ['490', '0 ', '$aBought at Sotheby$x0075-2118'],
  ['650', ' 0', '$aBought at Sotheby$xHistory'],
])('%s %s %s is public', (tag, indicators, text) => {
  const record = titled(datafield(tag, indicators, text));
  expect(sharedPart(record)).toBe(record);
  expect(localFields([source(record)], ['ash'], () => [])).toEqual([]);
});

test('a note with private content only leaves no empty field', () =>
  expect(sharedPart(titled(datafield('583', '1 ', '$xHush$81'))).data.map(({ tag }) => tag)).toEqual(['245']));

test('a library’s patrons read its marked note without the private parts, its staff all of it, once in its MARC', () => {
  const marked = datafield('583', '1 ', '$aKept here$xHush$5Us');
  expect(patronsField(marked)).toEqual(datafield('583', '1 ', '$aKept here$5Us'));
  expect(ownWordsOf([source(titled(marked))], () => [])).toEqual([
    { token: 'member:ash', texts: ['Kept here'] },
    { token: 'staff:ash', texts: ['Kept here Hush'] },
  ]);
  const conserved = datafield('583', '1 ', '$aConserved$xHush');
  const whole = unionMarc('rec_1', [source(titled(conserved))], [], [conserved]);
  expect(whole?.data.filter(({ tag }) => tag === '583')).toEqual([conserved]);
});

test('holdings remain holdings: a private note in one does not become a note of its library', () =>
  expect(localFields([source(titled(datafield('866', '  ', '$a1-5$xHush')))], ['ash'], () => [])).toEqual([]));

test('other members see neither private fields nor private notes in histories', () => {
  const all = [...PRIVATE, ...IN_PART].map(([tag, indicators, text]) => datafield(tag, indicators, text));
  const fields = changedFields(titled(datafield('500', '  ', '$aOld')), titled(...all));
  const edit: HistoryEntry = {
    ...{ kind: 'edit', at: '2026-11-27T10:00:00.000Z', sourceId: 'ash:1', memberId: 'ash', reason: 'Mended.', fields },
  };
  expect(JSON.stringify(edit)).toMatch(/Hush/);
  expect(JSON.stringify(sharedEntry(edit))).not.toMatch(/Hush/);
  expect(JSON.stringify(sharedEntry(edit))).toContain('Old');
});

describeWithRealData('real private notes', (folder) => {
  test.each([
    ['trln-4univ', 'DUKE000001553', '561', 'This is a private note'],
    ['princeton', '4747577', '583', 'Part of Helen Haywood Archive'],
  ])('%s %s: no interface returns its private %s', (from, id, tag, words) => {
    const file = readFileSync(path.join(folder, 'marc', from, 'records.mrc'));
    const records = rawRecords(file, 0, Number.POSITIVE_INFINITY).flatMap(({ bytes }) => {
      const read = readIso2709(bytes);
      return 'record' in read && control(read.record, '001') === id ? [read.record] : [];
    });
    const notes = (some: readonly MarcRecord[]): DataField[] =>
      some.flatMap(({ data }) => data.filter((field) => field.tag === tag && field.ind1 === '0'));
    expect(notes(records).some((field) => localText(field).includes(words))).toBe(true);
    expect(notes(records.map(sharedPart))).toEqual([]);
    expect(records.map(shownToOthers).join()).not.toContain(words);
  });
});
