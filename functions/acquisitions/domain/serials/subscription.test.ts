import fc from 'fast-check';
import { exampleSeries, exampleSubscription } from '../../schemas/serials.ts';
import { restoredAfter, type Subscription, withNextYear, withoutPresent } from './subscription.ts';

const of = (over: Partial<Subscription>): Subscription => {
  const { endsOn: _, ...plain } = exampleSubscription;
  return { ...plain, versions: [exampleSeries], states: {}, ...over };
};
const beginsOn = (on: string, numbers: number[]) => ({
  basic: { ...exampleSeries.basic, first: { on, numbers } },
});
const january = beginsOn('2026-01-01', [1, 1]);
const july = beginsOn('2026-07-01', [1, 7]);

test('A98 a later last day brings back the issues of an earlier pattern until the present one begins', () => {
  const days = (endsOn: string | undefined, day: string) =>
    restoredAfter(of({ versions: [january, july], ...(endsOn !== undefined && { endsOn }) }), day).map(
      ({ issueId }) => issueId,
    );
  expect(days(undefined, '2026-04-30')).toEqual(['2026-05-01.1.basic.5', '2026-06-01.1.basic.6']);
  expect(days('2026-05-31', '2026-04-30')).toEqual(['2026-05-01.1.basic.5']);
  expect(days(undefined, '2026-07-31')).toEqual([]);
  expect(restoredAfter(of({ versions: [january] }), '2026-04-30')).toEqual([]);
});

test('A95 predicted issues are without those of days on which their series has one that stays', () => {
  fc.assert(
    fc.property(fc.subarray(withNextYear(of({ versions: [january] }), '2026-01-01').issues), (arrived) => {
      const { issues } = withNextYear(of({ versions: [january, july] }), '2026-01-01');
      const left = withoutPresent(issues, arrived);
      const days = [...left, ...arrived].map(({ on }) => on);
      expect(new Set(days).size).toBe(days.length);
      expect(new Set(days)).toEqual(new Set([...issues, ...arrived].map(({ on }) => on)));
    }),
  );
  const [first] = withNextYear(of({ versions: [january] }), '2026-01-01').issues;
  if (!first) throw new Error('A monthly has issues.');
  expect(withoutPresent([first], [{ ...first, kind: 'supplement' }])).toEqual([first]);
});
