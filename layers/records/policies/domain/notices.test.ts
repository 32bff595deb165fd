import fc from 'fast-check';
import { type NoticeKind, noticeKinds } from '../../../kernel/notices/notice-kinds.ts';
import { defaultNotices, noticeSettingsOf, noticesSchema } from './notices.ts';

const everyKind = Object.keys(noticeKinds) as NoticeKind[];

test('a member’s own settings override the consortium’s, and missing ones are the consortium’s', () => {
  const policy = noticesSchema.parse({
    defaults: { dueSoonDays: 2 },
    members: { ash: { overdueDays: [3], digest: { on: true, hour: 18 } } },
  });
  expect(noticeSettingsOf(policy, 'ash')).toEqual({
    ...policy.defaults,
    dueSoonDays: 2,
    overdueDays: [3],
    digest: { on: true, hour: 18 },
  });
  expect(noticeSettingsOf(policy, 'birch')).toEqual(policy.defaults);
});

test('no member turns off mandatory notices', () => {
  fc.assert(
    fc.property(fc.subarray(everyKind), fc.subarray(everyKind), (own, alwaysOn) => {
      const policy = noticesSchema.parse({ members: { ash: { kinds: own } }, alwaysOn, knows: everyKind });
      const { kinds } = noticeSettingsOf(policy, 'ash');
      expect(kinds).toEqual(everyKind.filter((kind) => own.includes(kind) || alwaysOn.includes(kind)));
    }),
    { numRuns: 50 },
  );
});

test('a kind that came after a policy was adopted is on for every library, until a policy that knows it turns it off', () => {
  const sent = { defaults: { kinds: ['overdue'] }, members: { ash: { kinds: [] } }, alwaysOn: [] };
  const later: NoticeKind[] = ['hold-expiring', 'renewed', 'not-renewed', 'checkout-receipt'];
  const before = noticesSchema.parse(sent);
  expect(noticeSettingsOf(before, 'ash').kinds).toEqual(expect.arrayContaining(later));
  expect(noticeSettingsOf(before, 'birch').kinds).not.toContain('lost');
  expect(noticeSettingsOf(noticesSchema.parse({ ...sent, knows: everyKind }), 'birch').kinds).toEqual(['overdue']);
});

test('the intervals of reminders increase, and there are at most five', () => {
  const judged = (overdueDays: number[]) => noticesSchema.safeParse({ defaults: { overdueDays } }).success;
  expect([[1, 7, 14, 30, 60], [], [7, 7], [14, 7], [1, 2, 3, 4, 5, 6], [0]].map(judged)).toEqual([
    ...[true, true, false, false, false, false],
  ]);
  expect(defaultNotices.defaults.overdueDays).toEqual([1, 7, 14]);
});

test('a member named like a property of every object has no settings of its own', () => {
  expect(noticeSettingsOf(defaultNotices, 'constructor')).toEqual(defaultNotices.defaults);
});
