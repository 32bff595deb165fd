import fc from 'fast-check';
import { addDays } from '../../../../layers/kernel/calendar/days.ts';
import { patronsSchema } from '../../../../layers/records/policies/domain/patrons.ts';
import { renewedCard } from './card-term.ts';

const policy = patronsSchema.parse({
  cards: { validMonths: 36, perCategory: { child: 12 }, renewFromDaysBefore: 60, maxOwed: 500 },
});
const asked = { policy, category: 'adult', expiresOn: '2026-03-31', owed: 0, today: '2026-03-10' };

test.each<[string, object, object]>([
  ['adds its term to the last good day', {}, { expiresOn: '2029-03-31' }],
  ['of a child is shorter', { category: 'child' }, { expiresOn: '2027-03-31' }],
  ['that ended long ago counts from today', { today: '2027-01-31' }, { expiresOn: '2030-01-31' }],
  ['ends on the last day of a shorter month', { today: '2028-02-29' }, { expiresOn: '2031-02-28' }],
  ['may be good for less than the term', { until: '2026-06-30' }, { expiresOn: '2026-06-30' }],
  [
    'of a category called like a part of every object has the usual term',
    { category: 'constructor' },
    { expiresOn: '2029-03-31' },
  ],
])('a renewed card %s', (_what, more, expected) => {
  expect(renewedCard({ ...asked, ...more })).toEqual(expected);
});

test('a renewal reports all reasons for a refusal at once', () => {
  const refused = renewedCard({ ...asked, today: '2026-01-10', owed: 501, until: '2040-01-01' });
  expect('refused' in refused && refused.refused.map(({ code }) => code)).toEqual([
    ...['card-not-due', 'owes-too-much', 'beyond-term'],
  ]);
  const shorter = renewedCard({ ...asked, until: '2026-03-31' });
  expect(shorter).toMatchObject({ refused: [{ code: 'not-later', pointer: '/body/expiresOn' }] });
});

test('no renewal shortens a card or exceeds its term', () => {
  const day = fc.integer({ min: 0, max: 5000 }).map((days) => addDays('2020-01-01', days));
  fc.assert(
    fc.property(day, day, fc.option(day, { nil: undefined }), (expiresOn, today, until) => {
      const renewed = renewedCard({ ...asked, expiresOn, today, until });
      if ('refused' in renewed) return;
      expect(renewed.expiresOn > expiresOn).toBe(true);
      const latest = [expiresOn, today].toSorted()[1] ?? today;
      expect(Number(renewed.expiresOn.slice(0, 4)) - Number(latest.slice(0, 4))).toBeLessThanOrEqual(3);
    }),
  );
});
