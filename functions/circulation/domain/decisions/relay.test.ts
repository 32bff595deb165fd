import { aHold } from '../../../../test/builders/circulation.ts';
import { workOfHold } from './relay.ts';

const paged = aHold({ state: 'targeted', targetItemId: 'itm_1' });
const work = { recordId: 'rec_1', cause: 'cedar' };

test('C56 a hold that left its paged copy triggers a check of that copy, whichever other one it has', () => {
  const left = { itemId: 'itm_1', holdId: 'hld_1' };
  expect(workOfHold({ before: paged, after: { ...paged, state: 'fulfilled', targetItemId: 'itm_2' } })).toEqual([
    { ...work, left },
  ]);
  expect(workOfHold({ before: paged, after: aHold() })).toEqual([{ ...work, left }]);
});

test('a hold that waits anew triggers a check of its record; finding C7: one that leaves or moves in the queue, a count of it', () => {
  const count = { ...work, only: 'counters' };
  expect(workOfHold({ before: aHold({ state: 'frozen' }), after: aHold() })).toEqual([work]);
  expect(workOfHold({ after: aHold() })).toEqual([work]);
  expect(workOfHold({ after: aHold({ state: 'frozen' }) })).toEqual([count]);
  // With its paged copy: the copy was counted as free until then.
  const copies = { ...work, only: 'copies' };
  expect(workOfHold({ before: paged, after: { ...paged, state: 'on-shelf' } })).toEqual([copies]);
  expect(workOfHold({ before: paged, after: { ...paged, state: 'in-transit' } })).toEqual([copies]);
  expect(workOfHold({ before: paged, after: { ...paged, state: 'fulfilled' } })).toEqual([copies]);
  expect(workOfHold({ before: aHold(), after: aHold({ priority: 1 }) })).toEqual([count]);
  expect(workOfHold({ before: aHold(), after: aHold({ queuedAt: '2026-02-01T11:00:00.000Z' }) })).toEqual([count]);
  expect(workOfHold({ before: aHold(), after: paged })).toEqual([]);
  expect(workOfHold({ before: aHold(), after: aHold({ pickupBranch: 'cedar.north' }) })).toEqual([]);
  const onShelf = aHold({ state: 'on-shelf' });
  expect(workOfHold({ before: onShelf, after: { ...onShelf, state: 'fulfilled' } })).toEqual([]);
});
