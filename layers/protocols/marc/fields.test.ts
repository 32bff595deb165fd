import { aRecord, datafield } from '../../../test/builders/marc-records.ts';
import { control, fields, linked880, originalScript, subfield, subfields, twinOf } from './fields.ts';

const latin = datafield('245', '10', '$6880-01$aVoĭna i mir /$cL.N. Tolstoĭ.');
const cyrillic = datafield('880', '10', '$6245-01/(N$aВойна и мир /$cЛ.Н. Толстой.');
const alone = datafield('880', '  ', '$6500-00/(2/r$aהערה');
const record = aRecord(
  [latin, datafield('650', ' 0', '$aWar$xFiction'), datafield('650', ' 0', '$aPeace'), cyrillic, alone],
  { '001': 'x' },
);

describe('finding fields', () => {
  it('returns fields, subfields and control fields in record order', () => {
    expect(control(record, '001')).toBe('x');
    expect(control(record, '005')).toBeUndefined();
    expect(fields(record, '650').map((field) => subfield(field, 'a'))).toEqual(['War', 'Peace']);
    expect(subfields(latin, 'ca')).toEqual(['Voĭna i mir /', 'L.N. Tolstoĭ.']);
    expect(subfield(undefined, 'a')).toBeUndefined();
  });

  it('reads the link of $6', () => {
    expect([latin, cyrillic, alone].map(linked880)).toEqual([
      { tag: '880', occurrence: '01', rightToLeft: false },
      { tag: '245', occurrence: '01', script: '(N', rightToLeft: false },
      { tag: '500', occurrence: '00', script: '(2', rightToLeft: true },
    ]);
    expect(linked880(datafield('245', '00', '$6nonsense'))).toBeUndefined();
  });

  it('finds the linked field in the original script', () => {
    expect(twinOf(record, latin)).toBe(cyrillic);
    expect(twinOf(aRecord([latin]), latin)).toBeUndefined();
    expect(originalScript(record, '500')).toEqual([alone]);
  });
});
