import { causeOfChange } from './cause-of-change.ts';

test.each([
  ['a load that brought a record about', { entity: 'record', by: 'oak', sources: ['ash:b1'] }, 'oak'],
  [
    'a record that no load brought about, of an item borrowed from outside',
    { entity: 'record', sources: ['ash: lrq_1'] },
    'ash',
  ],
  ['a merge or split', { entity: 'unionDecision', memberId: 'birch', by: 'oak' }, 'birch'],
  ['an edit of a source record', { entity: 'sourceChange', sourceId: 'cedar:b2' }, 'cedar'],
  ['a copy that cannot be read', { entity: 'item', memberId: 'oak', facts: 'item-checked-in' }, 'oak'],
  ['a row that does not say', { entity: 'record', sources: [] }, undefined],
])('the member that pays for indexing %s', (_what, after, cause) => {
  expect(causeOfChange({ before: undefined, after })).toBe(cause);
});
