import { aCalendar } from '../../../test/builders/calendar.ts';
import { type DueDateRequest, dueDate } from './due-date.ts';

/** Berlin, closed on Sundays: 2026-03-28 is a Saturday. Daylight saving time begins on the Sunday after it. */
const berlin = aCalendar();
const due = (request: Omit<DueDateRequest, 'calendar'>) => dueDate({ calendar: berlin, ...request });

test('C69 of the card’s end and the term’s end the earlier one is the last day, and of the same day the card’s', () => {
  const request = { from: '2026-03-02T12:00:00.000Z', period: { days: 60 }, closedDays: 'later' } as const;
  expect(due({ ...request, ceiling: '2026-03-13', notAfter: '2026-03-14' })).toEqual({
    ...{ due: '2026-03-13T22:59:59.000Z', moved: ['term-end'] },
  });
  expect(due({ ...request, ceiling: '2026-03-14', notAfter: '2026-03-14' })).toEqual({
    ...{ due: '2026-03-14T22:59:59.000Z', moved: ['card-expiry'] },
  });
  expect(due({ ...request, period: { days: 7 }, notAfter: '2026-03-09' })).toEqual({
    ...{ due: '2026-03-09T22:59:59.000Z', moved: [] },
  });
});

test('C69 the last day may be a closed one where closed days are kept; otherwise the loan ends before it, on its own day at the earliest', () => {
  const request = { from: '2026-03-02T12:00:00.000Z', period: { days: 60 }, notAfter: '2026-03-29' } as const;
  expect(due({ ...request, closedDays: 'keep' }).due).toBe('2026-03-29T21:59:59.000Z');
  const onSaturday = { ...request, from: '2026-03-28T12:00:00.000Z' };
  expect(due({ ...onSaturday, closedDays: 'later' }).due).toBe('2026-03-28T22:59:59.000Z');
});

test('C69 by “earlier” a loan may end on its own day, and not before it', () => {
  const earlier = { closedDays: 'earlier' } as const;
  expect(due({ from: '2026-03-28T12:00:00.000Z', period: { days: 1 }, ...earlier }).due).toBe(
    '2026-03-28T22:59:59.000Z',
  );
  expect(due({ from: '2026-03-29T12:00:00.000Z', period: { days: 0 }, ...earlier })).toEqual({
    ...{ due: '2026-03-29T21:59:59.000Z', moved: [] },
  });
});

test('C69 of days the closed day before is taken where the minimum allows it exactly', () => {
  const request = { from: '2026-03-02T12:00:00.000Z', period: { days: 27 }, closedDays: 'earlier' } as const;
  expect(due({ ...request, least: { days: 26 } }).due).toBe('2026-03-28T22:59:59.000Z');
  expect(due({ ...request, least: { days: 27 } }).due).toBe('2026-03-30T21:59:59.000Z');
  const limited = { ...request, period: { days: 60 }, closedDays: 'later', notAfter: '2026-03-29' } as const;
  expect(due({ ...limited, least: { days: 26 } }).due).toBe('2026-03-28T22:59:59.000Z');
  expect(due({ ...limited, least: { days: 27 } }).due).toBe('2026-03-29T21:59:59.000Z');
});

test('C69 by the hour the closing before is taken where the minimum allows it exactly', () => {
  const request = { from: '2026-03-27T15:30:00.000Z', period: { hours: 3 }, closedDays: 'earlier' } as const;
  expect(due({ ...request, least: { hours: 1.5 } }).due).toBe('2026-03-27T17:00:00.000Z');
  expect(due({ ...request, least: { hours: 3 } }).due).toBe('2026-03-28T08:00:00.000Z');
});

test('C69 by the hour within the card nothing moves; beyond it the last closing counts, or the day’s end without one after the loan', () => {
  const later = { closedDays: 'later', notAfter: '2026-03-27' } as const;
  const three = { from: '2026-03-27T09:00:00.000Z', period: { hours: 3 } };
  expect(due({ ...three, ...later })).toEqual({ due: '2026-03-27T12:00:00.000Z', moved: [] });
  expect(due({ ...three, ...later, notAfter: '2026-03-28' })).toEqual({ due: '2026-03-27T12:00:00.000Z', moved: [] });
  const long = { ...later, period: { hours: 240 } };
  const end = { due: '2026-03-27T22:59:59.000Z', moved: ['card-expiry'] };
  expect(due({ ...long, from: three.from })).toEqual({ ...end, due: '2026-03-27T17:00:00.000Z' });
  expect(due({ ...long, from: three.from, closedDays: 'keep' })).toEqual(end);
  expect(due({ ...long, from: '2026-03-27T18:00:00.000Z' })).toEqual(end);
  expect(due({ ...long, from: '2026-03-27T17:00:00.000Z' })).toEqual(end);
});
