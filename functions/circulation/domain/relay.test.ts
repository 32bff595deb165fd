import { aHold } from '../../../test/builders/circulation.ts';
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

test('a hold that waits anew triggers a check of its record; one that has its copy, or still waits, does not', () => {
  expect(workOfHold({ before: aHold({ state: 'frozen' }), after: aHold() })).toEqual([work]);
  expect(workOfHold({ after: aHold() })).toEqual([work]);
  expect(workOfHold({ before: paged, after: { ...paged, state: 'fulfilled' } })).toEqual([]);
  expect(workOfHold({ before: aHold(), after: aHold({ priority: 1 }) })).toEqual([]);
});
