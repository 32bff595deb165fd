import { aRecord, datafield } from '../../../../test/builders/marc-records.ts';
import { isForStaff, isLocalField, localFields, localText, ownMembers, sharedPart } from './local-fields.ts';

test.each([
  ['590', '$aA note', true],
  ['690', '$aA subject', true],
  ['908', '$aAnything', true],
  ['500', '$aA note$5Ash', true],
  ['880', '$6590-01$aНаша', true],
  ['880', '$6500-01$aНаша', false],
  ['490', '$aA series', false],
  ['500', '$aA note', false],
])('%s %s: %s', (tag, text, is) => expect(isLocalField(datafield(tag, '  ', text))).toBe(is));

test('the shared part has none; the local ones are of the given members, without items', () => {
  const record = aRecord([
    datafield('245', '10', '$aEmma'),
    datafield('590', '  ', '$aOurs$51'),
    datafield('952', '  ', '$p1'),
  ]);
  expect(sharedPart(record).data.map(({ tag }) => tag)).toEqual(['245']);
  const sources = [
    { memberId: 'ash', record },
    { memberId: 'oak', record },
  ];
  const own = localFields(sources, ['ash'], () => ['952']);
  expect(own.map(({ memberId, field }) => `${memberId} ${field.tag} ${localText(field)}`)).toEqual(['ash 590 Ours']);
});

test('a patron’s own library is the home library, a staff user’s are the members of the roles', () => {
  expect(ownMembers({ kind: 'anonymous' })).toEqual([]);
  expect(ownMembers({ kind: 'patron', member: 'ash' })).toEqual(['ash']);
  expect(ownMembers({ kind: 'staff', members: ['ash', 'oak'] })).toEqual(['ash', 'oak']);
});

test('9XX fields are for staff, in another script too; notes and subjects are for patrons as well', () => {
  const fields = [
    ['908', '$aWeed'],
    ['880', '$6908-01$aНаша'],
    ['590', '$aA note'],
    ['655', '$aSigned$5Ash'],
  ] as const;
  expect(fields.map(([tag, text]) => isForStaff(datafield(tag, '  ', text)))).toEqual([true, true, false, false]);
});
