import { aCheckin, aLentItem } from '../../../../test/builders/circulation.ts';
import { asReserved } from '../../../items/public/as-reserved.ts';
import { listedFor } from '../../../items/public/listed-for.ts';
import { noReserves } from '../../../items/public/no-reserves.ts';
import { decideCheckin } from './checkin.ts';

const place = { branchId: 'ash.main', location: 'Reserve desk', category: 'reserve-2h' };

test('a copy lent when it was requested is awaited: its check-in at the reserve reports that once, and not elsewhere', () => {
  const item = aLentItem();
  const lent = asReserved(item, listedFor(noReserves(item), { courseId: 'crs_1', ...place }));
  expect(lent.reserve?.awaited).toBe(true);
  const elsewhere = decideCheckin(aCheckin({ item: lent, branchId: 'birch.east' }));
  expect(elsewhere.warnings).toEqual([]);
  expect(elsewhere.changes.item?.after.reserve?.awaited).toBe(true);
  const home = decideCheckin(aCheckin({ item: lent }));
  expect(home.warnings).toEqual(['put-on-reserve']);
  const after = home.changes.item?.after;
  expect(after).toMatchObject({ state: 'available', ...place });
  expect(after && decideCheckin(aCheckin({ item: after })).warnings).toEqual([]);
});
