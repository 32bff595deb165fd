import { auditPlace } from './audit-place.ts';

test.each([
  ['branch:riverton.main', {}, 'riverton'],
  ['member:ash', {}, 'ash'],
  ['budget:consortium', {}, 'consortium'],
  ['patron-batch:pbt_1', { memberId: 'ash' }, 'ash'],
  ['item:itm_1', { branchId: 'ash.north' }, 'ash'],
  ['policy:fees', {}, 'consortium'],
  ['staff:ash', { memberId: 7 }, 'consortium'],
])('an entry about %s is read at its member, or at the consortium where it names none', (subject, detail, place) => {
  expect(auditPlace({ subject, detail })).toBe(place);
});
