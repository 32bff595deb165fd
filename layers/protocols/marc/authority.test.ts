import { aRecord, datafield } from '../../../test/builders/marc-records.ts';
import { readAuthority } from './authority.ts';
import type { DataField } from './record.ts';

const authority = (data: DataField[], leader = '00000nz  a2200000n  4500') => ({
  ...aRecord(data, { '001': ' n 79006936 ' }),
  leader,
});

test('a name is a heading of authors and of subjects, with its variant forms', () => {
  const record = authority([
    datafield('100', '1 ', '$aTwain, Mark,$d1835-1910.'),
    datafield('400', '1 ', '$aClemens, Samuel Langhorne,$d1835-1910'),
    datafield('400', '1 ', '$aTouen, Makuu,$d1835-1910'),
    datafield('400', '1 ', '$wnnaa$aNot shown'),
    datafield('500', '1 ', '$aSnodgrass, Quintus Curtius'),
    datafield('500', '1 ', '$wnnnc$aNot shown either'),
  ]);
  const from = ['Clemens, Samuel Langhorne, 1835-1910', 'Touen, Makuu, 1835-1910'];
  const heading = 'Twain, Mark, 1835-1910';
  expect(readAuthority(record)).toEqual({
    number: 'n 79006936',
    deletes: false,
    headings: [
      { list: 'author', heading, from, also: ['Snodgrass, Quintus Curtius'] },
      { list: 'subject', heading, from, also: ['Snodgrass, Quintus Curtius'] },
    ],
    field: {
      ...{ tag: '100', ind1: '1', ind2: ' ', number: 'n 79006936', vocabulary: '4' },
      subfields: [
        { code: 'a', value: 'Twain, Mark,' },
        { code: 'd', value: '1835-1910.' },
      ],
    },
  });
});

test('a subject has its subdivisions separated; a work of an author is a subject only', () => {
  const subject = authority([datafield('150', '  ', '$aCooking$zFrance'), datafield('450', '  ', '$aCookery$zFrance')]);
  expect(readAuthority(subject)).toMatchObject({
    headings: [{ list: 'subject', heading: 'Cooking -- France', from: ['Cookery -- France'] }],
  });
  const work = authority([datafield('100', '1 ', '$aTwain, Mark.$tTom Sawyer'), datafield('400', '1 ', '$aClemens')]);
  expect(readAuthority(work)).toMatchObject({ headings: [{ list: 'subject', from: ['Clemens'] }] });
});

test('the heading field has all subfields, its number with the organisation, and the vocabulary of subjects', () => {
  const bare = authority([
    datafield('040', '  ', '$aOCoLC$ffast'),
    datafield('151', '  ', '$aLondon (England)$xHistory$wx$0(uri)1'),
  ]);
  const withCodes = (codes: string) => ({
    ...bare,
    control: [
      ...bare.control.filter(({ tag }) => tag === '001'),
      { tag: '003', value: 'DLC' },
      { tag: '008', value: codes },
    ],
  });
  const subfields = [
    { code: 'a', value: 'London (England)' },
    { code: 'x', value: 'History' },
  ];
  expect(readAuthority(withCodes('980101n| azznnaabn'))).toMatchObject({
    field: { tag: '151', subfields, number: '(DLC)n 79006936', vocabulary: '7', source: 'fast' },
  });
  expect(readAuthority(withCodes('980101n| azannaabn'))).toMatchObject({ field: { vocabulary: '0' } });
});

test('a deleted record keeps its number; a record that is not an authority record is refused', () => {
  const heading = datafield('150', '  ', '$aCookery');
  expect(readAuthority(authority([heading], '00000dz  a2200000n  4500'))).toMatchObject({
    deletes: true,
    headings: [],
  });
  expect(readAuthority(authority([heading], '00000nam a2200000n  4500'))).toEqual({ rejected: 'not-authority' });
  expect(readAuthority(authority([]))).toEqual({ rejected: 'no-heading' });
  expect(readAuthority({ ...authority([heading]), control: [] })).toEqual({ rejected: 'no-number' });
  const long = [{ tag: '001', value: 'n'.repeat(101) }];
  expect(readAuthority({ ...authority([heading]), control: long })).toEqual({ rejected: 'number-too-long' });
});
