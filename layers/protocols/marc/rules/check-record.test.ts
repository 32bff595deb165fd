import { aRecord, datafield } from '../../../../test/builders/marc-records.ts';
import type { DataField, MarcRecord } from '../record.ts';
import { checkRecord } from './check-record.ts';

const fixed = '980101s1998    enk           000 0 eng d';
const title = datafield('245', '10', '$aEmma /$cJane Austen.');
const imprint = datafield('260', '  ', '$aLondon :$bPenguin,$c1998.');
const book = (data: DataField[] = [title, imprint], more: Record<string, string> = {}, leader?: string): MarcRecord =>
  aRecord(data, { '001': 'b1', '008': fixed, ...more }, leader);
const brief = (record: MarcRecord, before = book()): string[] =>
  checkRecord(record, before).map(({ level, code, pointer }) => `${level} ${code} ${pointer}`);

test('a valid record has no findings', () => expect(brief(book())).toEqual([]));

test.each<[what: string, record: MarcRecord, found: string[]]>([
  ['no title', book([imprint]), ['refusal title-missing ']],
  ['a title that says nothing in $a', book([datafield('245', '10', '$cJane.')]), ['refusal title-missing /data/0']],
  [
    'an indicator',
    book([datafield('245', '2x', '$aA')]),
    ['refusal indicator-undefined /data/0/ind1', 'refusal indicator-undefined /data/0/ind2'],
  ],
  [
    'a subfield that the field has not',
    book([datafield('245', '10', '$aA$zB')]),
    ['refusal subfield-undefined /data/0/subfields/1'],
  ],
  ['a subfield twice', book([datafield('245', '10', '$aA$aB')]), ['refusal subfield-repeated /data/0/subfields/1']],
  ['an empty subfield', book([title, datafield('500', '  ', '$a ')]), ['refusal subfield-empty /data/1/subfields/0']],
  ['two titles', book([title, title]), ['refusal field-repeated /data/1']],
  [
    'two main entries',
    book([datafield('100', '1 ', '$aA'), datafield('110', '2 ', '$aB'), title]),
    ['refusal main-entry-repeated /data/1'],
  ],
  [
    'a wrong ISBN',
    book([datafield('020', '  ', '$a9780141439588'), title]),
    ['warning isbn-wrong /data/0/subfields/0'],
  ],
  ['a wrong ISSN', book([datafield('022', '  ', '$a0317-8472'), title]), ['warning issn-wrong /data/0/subfields/0']],
  [
    'a field of no standard',
    book([
      title,
      datafield('546', '  ', '$aIn English.'),
      datafield('547', '  ', '$a1'),
      datafield('666', '  ', '$a1'),
    ]),
    ['warning field-unknown /data/3'],
  ],
  [
    'local fields, whatever is in them',
    book([title, datafield('590', 'z9', '$a1$a2$y3'), datafield('952', 'zz', '$p1$p2')]),
    [],
  ],
  [
    'another script without its link',
    book([title, datafield('880', '10', '$aЭмма')]),
    ['refusal link-missing /data/1'],
  ],
  [
    'another script by the rule of its field',
    book([title, datafield('880', '1x', '$6245-00$aЭмма')]),
    ['refusal indicator-undefined /data/1/ind2'],
  ],
  ['008 too short', book([title], { '008': fixed.slice(1) }), ['refusal control-length /control/1']],
  ['a code of 008', book([title], { '008': `${fixed.slice(0, 33)}k eng d` }), ['refusal fixed-code /control/1']],
  ['a leader', book([title], {}, '00000nxm a2200000 a 4500'), ['refusal leader-code /leader']],
  ['a leader that deletes', book([title], {}, '00000dam a2200000 a 4500'), ['refusal leader-deletes /leader']],
  [
    'a year that the imprint has not',
    book([title, datafield('264', ' 1', '$aLondon$c2001')]),
    ['warning date-unlike /control/1'],
  ],
  ['another number', book(undefined, { '001': 'b2' }), ['refusal number-changed /control/0']],
  [
    'a control character',
    book([datafield('245', '10', '$aEm\u0001ma')]),
    ['refusal not-writable /data/0/subfields/0/value'],
  ],
])('%s', (_, record, found) => expect(brief(record)).toEqual(found));

test('a field beyond the limits of ISO 2709 is not written', () => {
  expect(brief(book([title, datafield('505', '0 ', `$a${'x'.repeat(10_000)}`)]))).toEqual(['refusal not-writable ']);
});

test('008 is read by the type of material: a map may have what a book may not', () => {
  const map = { '008': '980101s1998    enkz      a     0   eng d' };
  expect(brief(book([title], map, '00000nem a2200000 a 4500'))).toEqual([]);
  expect(brief(book([title], map))).toContain('refusal fixed-code /control/1');
});

test('an old untouched error is a warning; a touched or new one is refused', () => {
  const odd = datafield('650', '90', '$aEngland');
  const before = book([title, odd]);
  const moved = book([title, datafield('500', '  ', '$aNew.'), odd]);
  expect(brief(moved, before)).toEqual(['warning indicator-undefined /data/2/ind1']);
  const touched = book([title, datafield('650', '90', '$aEngland$vFiction')]);
  expect(brief(touched, before)).toEqual(['refusal indicator-undefined /data/1/ind1']);
});

test('each finding states in a sentence what is allowed', () => {
  const [one] = checkRecord(book([datafield('245', '30', '$aA')]), book());
  expect(one?.detail).toBe('Indicator 1 of 245 is "3"; it may be: 0 1.');
  const [other] = checkRecord(book([title], { '008': `${fixed.slice(0, 23)}z${fixed.slice(24)}` }), book());
  expect(other?.detail).toBe('008/23 holds "z"; it may hold: # a b c d f o q r s |.');
});
