import { aHold, aLentItem, anItem, monday } from '../../../../test/builders/circulation.ts';
import { publicFact } from './public-fact.ts';
import { factsOfHold, factsOfItem, workOfItem } from './relay.ts';
import { timesOf } from './timed-changes.ts';

const members = { owner: 'ash', desk: 'birch', patron: 'cedar' };
const lent = {
  ...{ name: 'item-checked-out' as const, at: monday, itemId: 'itm_1', branchId: 'birch.east', members },
  ...{ loanId: 'lon_1', patronId: 'pat_1', detail: { due: '2026-03-30T21:59:59.000Z' } },
};

test('what is published of a loan names item, title, branch and libraries, and neither the person nor the loan', () => {
  const out = publicFact({ id: 'itm_1:8:0', fact: lent, recordId: 'rec_1' });
  expect(out?.name).toBe('item-checked-out');
  expect(out?.detail).toMatchObject({
    id: 'itm_1:8:0',
    at: monday,
    itemId: 'itm_1',
    recordId: 'rec_1',
    due: lent.detail.due,
  });
  expect(JSON.stringify(out)).not.toMatch(/pat_1|lon_1/);
  expect(publicFact({ id: 'x', fact: { ...lent, name: 'fine-charged' } })).toBeUndefined();
});

test('the facts of an item are those of its last write, numbered in it; a rewritten record has none', () => {
  const before = aLentItem();
  const { loan: _loan, ...rest } = before;
  const after = {
    ...rest,
    state: 'available' as const,
    v: before.v + 1,
    lastCheckin: { at: monday, branchId: 'ash.main' },
  };
  const change = { before, after, encodedFacts: 'loan-closed\nitem-checked-in' };
  expect(factsOfItem(change).map(({ id, recordId, fact: { name } }) => [id, recordId, name])).toEqual([
    ...[
      ['itm_1:8:0', 'rec_1', 'loan-closed'],
      ['itm_1:8:1', 'rec_1', 'item-checked-in'],
    ],
  ]);
  expect(factsOfItem({ before, after: { ...after, v: before.v }, encodedFacts: 'loan-closed' })).toEqual([]);
  expect(factsOfItem({ before, after })).toEqual([]);
});

test('a placed hold is a fact, frozen or not; its end says how it ended, and whether a copy is to be cleared from the shelf', () => {
  const placed = { name: 'hold-placed', at: '2026-03-01T11:00:00.000Z', members: { patron: 'cedar' }, holdId: 'hld_1' };
  for (const state of ['placed', 'frozen'] as const)
    expect(factsOfHold({ after: aHold({ state }) })).toEqual([
      { id: 'hld_1:1:0', recordId: 'rec_1', fact: { ...placed, patronId: 'pat_2', branchId: 'cedar.main' } },
    ]);
  expect(factsOfHold({ after: aHold(), encodedFacts: 'hold-loaded' })).toEqual([]);
  expect(factsOfHold({ after: aHold({ state: 'fulfilled' }) })).toEqual([]);
  const before = aHold({ state: 'on-shelf', targetItemId: 'itm_1' });
  const after = aHold({ ...before, state: 'cancelled', ended: { at: monday, cause: 'patron' }, v: 2 });
  const facts = factsOfHold({ before, after, encodedFacts: 'hold-ended\nshelf-to-clear' }).map(({ fact }) => fact);
  expect(facts).toEqual([
    {
      ...{ name: 'hold-ended', at: monday, members: { patron: 'cedar' }, holdId: 'hld_1', patronId: 'pat_2' },
      ...{ branchId: 'cedar.main', detail: { cause: 'cancelled', reason: 'patron' } },
    },
    { name: 'shelf-to-clear', at: monday, members: { desk: 'cedar' }, itemId: 'itm_1', branchId: 'cedar.main' },
  ]);
  expect(factsOfHold({ before, after, encodedFacts: 'hold-ended' })).toHaveLength(1);
  expect(factsOfHold({ before, after })).toEqual([]);
  expect(factsOfHold({ before, after: { ...after, v: 1 }, encodedFacts: 'hold-ended' })).toEqual([]);
});

test('a copy that came back to its shelf without a scan, and one that is gone, make its title’s queue looked at', () => {
  const work = [{ recordId: 'rec_1', cause: 'ash' }];
  const damaged = anItem({ state: 'damaged' });
  expect(workOfItem({ before: damaged, after: anItem() })).toEqual(work);
  expect(workOfItem({ before: damaged, after: anItem(), encodedFacts: 'item-checked-in' })).toEqual([]);
  expect(workOfItem({ before: anItem(), after: anItem() })).toEqual([]);
  expect(workOfItem({ after: anItem() })).toEqual([]);
  expect(
    workOfItem({ before: anItem(), after: anItem({ state: 'withdrawn' }), encodedFacts: 'item-checked-in' }),
  ).toEqual(work);
  expect(workOfItem({ before: anItem({ state: 'withdrawn' }), after: damaged })).toEqual([]);
  const { recordId: _record, ...loose } = anItem();
  expect(workOfItem({ before: { ...loose, state: 'damaged' }, after: loose })).toEqual([]);
});

test('a change of a loan concerns the schedule, at its beginning and its end', () => {
  const at = Date.parse(monday);
  const after = aLentItem();
  expect(timesOf({ after }, at)).toEqual([{ after, at, cause: 'birch' }]);
  expect(timesOf({ before: after, after: anItem() }, at)).toEqual([
    { before: after, after: anItem(), at, cause: 'birch' },
  ]);
  expect(timesOf({ before: anItem(), after: anItem() }, at)).toEqual([]);
});
