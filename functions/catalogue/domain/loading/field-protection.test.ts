import type { MarcRecord } from '../../../../layers/protocols/marc/record.ts';
import { aRecord, datafield } from '../../../../test/builders/marc-records.ts';
import { changedAt, changedFields, isCut, lineOf } from '../history/record-changes.ts';
import { isProtected, overlaid, type ProtectedField } from './field-protection.ts';

const title = datafield('245', '10', '$aEmma.');
const contents = (text: string, more = '') => datafield('505', '0 ', `$a${text}${more}`);
const summary = (text: string) => datafield('520', '  ', `$a${text}`);
const record = (...data: MarcRecord['data']): MarcRecord =>
  aRecord([title, ...data], { '001': 'b1', '005': '20260101000000.0' });
const lines = ({ data }: MarcRecord): string[] => data.map((field) => `${field.tag} ${lineOf(field)}`);
const rules: ProtectedField[] = [{ tag: '505' }, { tag: '59X', mark: { subfield: '9', value: 'keep' } }];

test.each<[rule: ProtectedField, field: Parameters<typeof isProtected>[1], is: boolean]>([
  [{ tag: '505' }, contents('A'), true],
  [{ tag: '5XX' }, contents('A'), true],
  [{ tag: 'XXX' }, { tag: '001', value: 'b1' }, false],
  [{ tag: 'XXX' }, { tag: '008', value: '' }, true],
  [{ tag: '505', mark: { subfield: '5' } }, contents('A'), false],
  [{ tag: '505', mark: { subfield: '5' } }, contents('A', '$5Ash'), true],
  [{ tag: '505', mark: { subfield: '5', value: 'Oak' } }, contents('A', '$5Ash'), false],
  [{ tag: 'XXX', mark: { subfield: '5' } }, { tag: '008', value: '' }, false],
  [{ tag: 'LDR' }, { tag: 'LDR', value: 'nam    ' }, true],
])('%j, %j: %s', (rule, field, is) => expect(isProtected([rule], field)).toBe(is));

test('a protected field is preserved where staff edited it and loaded where not; other edits are lost and reported', () => {
  const came = record(contents('Old.'), summary('Old.'), datafield('650', ' 0', '$aA'));
  const current = record(contents('Edited.'), summary('Edited.'), datafield('650', ' 0', '$aA'));
  const loaded = record(contents('New.'), summary('New.'), datafield('650', ' 0', '$aB'));
  const result = overlaid(loaded, current, came, rules);
  expect(lines(result.record)).toEqual(['245 10 $aEmma.', '505 0# $aEdited.', '520 ## $aNew.', '650 #0 $aB']);
  expect([result.preserved, result.lost]).toEqual([['505'], ['520']]);
});

test('fields that staff added or removed stay so; edits that the source also contains are neither preserved nor lost', () => {
  const added = overlaid(record(summary('A')), record(contents('Added.'), summary('A')), record(summary('A')), rules);
  expect(lines(added.record)).toEqual(['245 10 $aEmma.', '505 0# $aAdded.', '520 ## $aA']);
  const taken = overlaid(record(contents('New.')), record(), record(contents('Old.')), rules);
  expect([lines(taken.record), taken.preserved]).toEqual([['245 10 $aEmma.'], ['505']]);
  const adopted = overlaid(record(contents('B')), record(contents('B')), record(contents('A')), rules);
  expect(adopted).toEqual({ record: record(contents('B')), preserved: [], lost: [] });
});

test('with a mark only the marked fields of a tag are protected', () => {
  const note = (text: string) => datafield('590', '  ', `$a${text}`);
  const localNote = (text: string) => datafield('590', '  ', `$a${text}$9keep`);
  const result = overlaid(record(note('new')), record(localNote('mine'), note('edited')), record(note('old')), rules);
  expect(lines(result.record)).toEqual(['245 10 $aEmma.', '590 ## $anew', '590 ## $amine$9keep']);
  expect([result.preserved, result.lost]).toEqual([['590'], ['590']]);
});

test('the leader and control fields are protected individually', () => {
  const came = aRecord([title], { '001': 'b1', '008': 'a' }, '00000nam a2200000 a 4500');
  const current = aRecord([title], { '001': 'b1', '008': 'b' }, '00000cam a22000008i 4500');
  const result = overlaid({ ...came, leader: '00123nam a2200050 a 4500' }, current, came, [
    { tag: 'LDR' },
    { tag: '008' },
  ]);
  expect(result.record.leader).toBe('00123cam a22000508i 4500');
  expect(result.record.control).toEqual(current.control);
});

test('a change is reported tag by tag, with the old and the new value; the time stamp is not a change', () => {
  const [before, after] = [
    record(contents('Old.'), summary('A')),
    record(contents('New.'), summary('A'), summary('B')),
  ];
  expect(changedFields(before, changedAt(after, '2026-11-27T05:00:01.234Z'))).toEqual([
    { tag: '505', before: ['0# $aOld.'], after: ['0# $aNew.'] },
    { tag: '520', before: [], after: ['## $aB'] },
  ]);
  expect(changedAt(record(), '2026-11-27T05:00:01.234Z').control).toEqual([
    { tag: '001', value: 'b1' },
    { tag: '005', value: '20261127050001.0' },
  ]);
});

test('the lines of a change are at most 60 KB in total, each marked where it is cut; every tag is listed', () => {
  const long = (i: number) => datafield(String(500 + i), '  ', `$a${'ж'.repeat(2000)}`);
  const changed = changedFields(aRecord([]), aRecord(Array.from({ length: 80 }, (_, i) => long(i))));
  const lines = changed.flatMap(({ after }) => after);
  expect([changed.length, lines[0]?.length, lines.every(isCut)]).toEqual([80, 1000, true]);
  const bytes = Buffer.byteLength(lines.join(''));
  expect([bytes > 55_000, bytes <= 60_000]).toEqual([true, true]);
});
