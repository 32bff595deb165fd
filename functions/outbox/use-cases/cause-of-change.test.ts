import { causeOfChange } from './cause-of-change.ts';

const of = (after: Record<string, unknown>) => causeOfChange({ before: undefined, after });

test.each([
  ['a load that brought a record about', { entity: 'record', by: 'oak', sources: ['ash:b1'] }, 'oak'],
  [
    'a record that no load brought about, of an item borrowed from outside',
    { entity: 'record', sources: ['ash: lrq_1'] },
    'ash',
  ],
  ['a patron whom a desk changed', { entity: 'patronChange', branchId: 'cedar.main' }, 'cedar'],
  ['a patron whom the clock changed, or who did it alone', { entity: 'patronChange' }, 'consortium'],
  ['a request of one of us', { entity: 'loanRequest', requesterMember: 'birch' }, 'birch'],
  ['a request of a library outside', { entity: 'loanRequest', requesterMember: 'prt_1' }, 'consortium'],
  ['what says nothing', { entity: 'record', sources: [] }, undefined],
])('%s', (_what, after, cause) => {
  expect(of(after)).toBe(cause);
});
