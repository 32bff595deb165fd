import { aLoan, anItem } from '../../../test/builders/circulation.ts';
import { withLiveHoldings } from './live-holdings.ts';

const marcxml = '<record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000 a 4500</leader></record>';
const known = {
  dueDayOf: ({ due }: { due: string }) => due.slice(0, 10),
  isilOf: (memberId: string) => (memberId === 'ash' ? 'US-ASH' : undefined),
  circulationOf: (itemId: string) =>
    itemId === 'itm_unknown' ? undefined : anItem({ itemId, state: itemId === 'itm_gone' ? 'withdrawn' : 'available' }),
};

test('finding I5: a copy is an 852 with the ISIL and its state; a withdrawn or unknown one, and no copy, are none', () => {
  const copy = {
    memberId: 'ash',
    itemId: 'itm_1',
    branchId: 'ash.main',
    location: 'MAIN',
    callNumber: 'A & <B>',
    barcode: '1\u0007',
  };
  const xml = withLiveHoldings(
    marcxml,
    [copy, { ...copy, itemId: 'itm_gone' }, { ...copy, itemId: 'itm_unknown' }],
    known,
  );
  expect(xml.match(/tag="852"/g)).toHaveLength(1);
  expect(xml).toContain('<subfield code="a">US-ASH</subfield><subfield code="b">ash.main</subfield>');
  expect(xml).toContain('<subfield code="c">MAIN</subfield><subfield code="h">A &amp; &lt;B&gt;</subfield>');
  expect(xml).toContain('<subfield code="p">1</subfield><subfield code="z">available</subfield></datafield></record>');
  expect(withLiveHoldings(marcxml, [], known)).toBe(marcxml);
  expect(withLiveHoldings(marcxml, [{ memberId: 'birch' }], known)).toContain('<subfield code="a">birch</subfield></');
});

test('finding I5: a lent copy has the day on which its loan is due at the branch', () => {
  const copy = { memberId: 'ash', itemId: 'itm_1', branchId: 'ash.main' };
  const lent = anItem({ itemId: 'itm_1', state: 'on-loan', loan: aLoan({ due: '2026-03-31T03:59:59.999Z' }) });
  const xml = withLiveHoldings(marcxml, [copy], {
    ...{ isilOf: () => undefined, circulationOf: () => lent },
    dueDayOf: ({ due, checkoutBranch }) => `${checkoutBranch} ${due.slice(0, 4)}`,
  });
  expect(xml).toContain(`due ${lent.loan?.checkoutBranch} 2026`);
});
