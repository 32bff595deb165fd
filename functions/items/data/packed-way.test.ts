import fc from 'fast-check';
import { anItem } from '../../../test/builders/circulation.ts';
import { transitPurposes } from '../domain/item-circulation.ts';
import { itemRecord, readItem } from './item-store.ts';

const instant = fc
  .integer({ min: Date.parse('2000-01-01T00:00:00Z'), max: Date.parse('2100-01-01T00:00:00Z') })
  .map((at) => new Date(at).toISOString());
const branch = fc.constantFrom('ash.main', 'birch.east', 'cedar.main');
const transit = fc.record(
  { from: branch, to: branch, purpose: fc.constantFrom(...transitPurposes), sentAt: instant, requestedAt: instant },
  { requiredKeys: ['from', 'to', 'purpose'] },
);
const hold = fc.record(
  {
    holdId: fc.constantFrom('hld_1', 'hld_2'),
    patronId: fc.constant('pat_1'),
    pickupBranch: branch,
    shelfExpiresAt: instant,
  },
  { requiredKeys: ['holdId', 'patronId', 'pickupBranch'] },
);
const lastCheckin = fc.record({ at: instant, branchId: branch });
const ways = fc.record({ transit, hold, lastCheckin, currentBranch: branch }, { requiredKeys: ['currentBranch'] });

test('the location and the transit of an item are unchanged by packing and unpacking', () => {
  fc.assert(
    fc.property(ways, fc.option(fc.constantFrom('hld_1', 'hld_2')), (way, holdId) => {
      const its = way.transit && holdId !== null ? { transit: { ...way.transit, holdId } } : {};
      const item = anItem({ ...way, ...its });
      expect(readItem(itemRecord(item))).toEqual(item);
    }),
  );
});
