import * as fc from 'fast-check';
import { aLentItem, anItem } from '../../../test/builders/circulation.ts';
import { packReserve, withReserve } from '../data/packed-reserve.ts';
import type { ItemCirculation } from './item-circulation.ts';
import { asReserved, listedFor, noReserves, unlistedFor } from './reserved-item.ts';

const place = { branchId: 'ash.main', location: 'Reserve desk', category: 'reserve-2h' };
const listing = (courseId: string, over = {}) => ({ courseId, ...place, ...over });
const onReserve = (item: ItemCirculation, ...listings: ReturnType<typeof listing>[]) =>
  asReserved(item, listings.reduce(listedFor, noReserves(item)));

test('a copy on reserve is at the reserve and lent by its category; its own values return when it is taken off', () => {
  const item = anItem();
  const reserved = onReserve(item, listing('crs_1'));
  expect(reserved).toMatchObject(place);
  expect(reserved.reserve).toEqual({ own: { branchId: 'ash.main', location: 'stacks', category: 'book' } });
  expect(asReserved(reserved, noReserves(item))).toEqual(item);
});

test('of several courses the first to ask determines the location; the copy returns when the last ends', () => {
  const item = anItem();
  const both = [listing('crs_1'), listing('crs_2', { category: 'reserve-3d' })].reduce(listedFor, noReserves(item));
  const reserved = asReserved(item, both);
  expect(reserved.category).toBe('reserve-2h');
  const second = asReserved(reserved, unlistedFor(both, 'crs_1'));
  expect(second.category).toBe('reserve-3d');
  expect(second.reserve?.own.category).toBe('book');
  expect(asReserved(second, unlistedFor(unlistedFor(both, 'crs_1'), 'crs_2'))).toEqual(item);
});

test('put on and off courses in any order, lent or not, a copy ends where it began', () => {
  const courses = ['crs_1', 'crs_2', 'crs_3', 'crs_4'] as const;
  const step = fc.record({
    course: fc.constantFrom(...courses),
    on: fc.boolean(),
    category: fc.constantFrom('reserve-2h', 'reserve-3d', 'book'),
    branchId: fc.constantFrom('ash.main', 'ash.north'),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), fc.boolean(), (steps, lent) => {
      const began = lent ? aLentItem() : anItem();
      let reserves = noReserves(began);
      let item = began;
      for (const { course, on, category, branchId } of steps) {
        reserves = on ? listedFor(reserves, listing(course, { category, branchId })) : unlistedFor(reserves, course);
        // As stored and read again between any two steps.
        const { reserve: _, ...rest } = asReserved(item, reserves);
        const packed = packReserve(asReserved(item, reserves));
        const [flag = '', branch = '', kind = '', location = ''] = String(packed.reserve ?? '').split('\n');
        const reserve = { branchId: branch, category: kind, location, awaited: flag === 'a' };
        item = withReserve({ ...rest, ...packed, ...(packed.reserve ? { reserve } : {}) } as never);
        const first = reserves.listings[0];
        expect(item).toMatchObject(first ? { category: first.category, branchId: first.branchId } : began);
      }
      for (const course of courses) reserves = unlistedFor(reserves, course);
      expect(asReserved(item, reserves)).toEqual(began);
    }),
    { numRuns: 200 },
  );
});

test('a lent copy keeps the terms of its loan when it is put on reserve and taken off', () => {
  const item = aLentItem();
  expect(onReserve(item, listing('crs_1')).loan).toEqual(item.loan);
});
