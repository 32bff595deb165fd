import { aRecord, datafield } from '../../../test/builders/marc-records.ts';
import { type CopyNamed, commitmentsFor } from './retention-notes.ts';

const copy = (more: Partial<CopyNamed> = {}): CopyNamed => ({ barcode: '', volume: '', copyNumber: '', ...more });
const of = (notes: string[], copies = [copy()], own?: string[]) =>
  commitmentsFor(aRecord(notes.map((note) => datafield('583', '1 ', note))), copies, own);

test.each([
  ['20351231', '2035-12-31'],
  ['2035-06', '2035-06-30'],
  ['2028-02', '2028-02-29'],
  ['2035.', '2035-12-31'],
  ['June 30, 2028', '2028-06-30'],
  ['Sept. 1 2031', '2031-09-01'],
  ['25 years', '2042-09-30'],
])('the action interval %s lasts to %s', (interval, until) => {
  expect(of([`$aCommitted to retain$c20170930$d${interval}$fHathiTrust`])).toEqual([{ program: 'HathiTrust', until }]);
});

test('a note without a date is permanent: stated, omitted, or in unknown words', () => {
  for (const interval of ['$din perpetuity', '$dpermanent', ''])
    expect(of([`$aretained$c20181001${interval}$fReCAP`])).toEqual([{ program: 'ReCAP' }]);
  expect(of(['$acommitted to retain$dfive years from receipt date$zLight archive$xAsk first'])).toEqual([
    { program: 'committed to retain', note: 'five years from receipt date; Light archive; Ask first' },
  ]);
  expect(of(['$acommitted to retain$d20350231$fHathiTrust'])).toEqual([{ program: 'HathiTrust', note: '20350231' }]);
});

test('other actions, and commitments of other institutions, have no effect here', () => {
  expect(of(['$adigitized$c2010$lcommitted to preserve', '$acompleteness reviewed$fHathiTrust'])).toEqual([undefined]);
  const [ours, theirs] = ['$acommitted to retain$fA$5NjP', '$acommitted to retain$fB$5HUL'];
  expect(of([ours, theirs], [copy()], ['NjP'])).toEqual([{ program: 'A' }]);
  expect(of([theirs], [copy()], ['NjP'])).toEqual([undefined]);
  // A library without configured codes accepts all.
  expect(of([theirs])).toEqual([{ program: 'B' }]);
});

test('a note is for the holding or the copy that it names, otherwise for all; the longest commitment counts', () => {
  const held = [copy({ holding: 'h1' }), copy({ holding: 'h2' })];
  expect(of(['$acommitted to retain$d2040$fA$8h2'], held)).toEqual([undefined, { program: 'A', until: '2040-12-31' }]);
  expect(of(['$acommitted to retain$fB$8h9'], held)).toEqual([undefined, undefined]);
  const volumes = [copy({ volume: 'v.1' }), copy({ volume: 'v.2', copyNumber: '2' })];
  expect(of(['$acommitted to retain$fA$3v.1'], volumes)).toEqual([{ program: 'A' }, undefined]);
  expect(of(['$acommitted to retain$fA$3c.2'], volumes)).toEqual([undefined, { program: 'A' }]);
  const both = ['$acommitted to retain$d2030$fA', '$acommitted to retain$d2040$fB$3v.1-v.2'];
  expect(of(both, volumes).map((one) => one?.program)).toEqual(['B', 'B']);
  expect(of([...both, '$aretained$fC']).map((one) => one?.program)).toEqual(['C']);
});
