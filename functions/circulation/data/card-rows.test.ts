import { cardsOf, causeOfCardRow } from './card-rows.ts';

test('a new or changed card concerns the schedule; a change of counters does not', () => {
  const at = Date.parse('2026-03-02T11:00:00.000Z');
  const row = { pk: 'PATRON#pat_1', entity: 'patronStatus', homeMember: 'cedar' };
  expect(cardsOf({ after: row }, at)).toEqual([{ patronId: 'pat_1', at, cause: 'cedar' }]);
  expect(cardsOf({ before: row, after: row }, at)).toEqual([]);
  expect([cardsOf({ after: { ...row, entity: 'item' } }, at), cardsOf({}, at)]).toEqual([[], []]);
  expect(causeOfCardRow({ entity: 'patronChange', branchId: 'birch.east' })).toBe('birch');
  expect(causeOfCardRow({ entity: 'patronChange' })).toBe('consortium');
});
