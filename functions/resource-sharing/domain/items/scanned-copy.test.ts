import { judgeScan } from './scanned-copy.ts';

const other = { its: 'rec_2', wanted: 'rec_1', confirmed: false };

test('for a partner’s request without a record, the scanned copy decides what is supplied', () => {
  const cited = { kind: 'outside-supply', recordId: 'cit_1' } as const;
  expect(judgeScan(cited, { ...other, wanted: 'cit_1' })).toBe('taken-over');
  // Without a description in any catalogue, the message could not state what was sent.
  expect(judgeScan(cited, { its: '', wanted: 'cit_1', confirmed: true })).toBe('other-record');
});

test('a copy of another record is sent outside only where staff confirm it', () => {
  const known = { kind: 'outside-supply', recordId: 'rec_1' } as const;
  expect(judgeScan(known, { ...other, its: 'rec_1' })).toBe('as-asked');
  expect(judgeScan(known, other)).toBe('other-record');
  expect(judgeScan(known, { ...other, confirmed: true })).toBe('taken-over');
});

test('between members another copy is not accepted', () => {
  const between = { kind: 'consortium-loan', recordId: 'rec_1' } as const;
  expect(judgeScan(between, { ...other, confirmed: true })).toBe('other-record');
  expect(judgeScan({ ...between, kind: 'outside-loan', recordId: 'cit_1' }, { ...other, confirmed: true })).toBe(
    'other-record',
  );
});
