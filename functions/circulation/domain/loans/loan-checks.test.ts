import fc from 'fast-check';
import { addDays, dueAtEndOf, instant, localDay, millis } from '../../../../layers/kernel/calendar/days.ts';
import type { NoticeMessage } from '../../../../layers/kernel/notices/notice-message.ts';
import { aCalendar } from '../../../../test/builders/calendar.ts';
import { aLentItem, anItem } from '../../../../test/builders/circulation.ts';
import { lateLoanChanges, lateLoans, shownForMember } from './late-loan.ts';
import { checkLoan, type LoanCheck, scheduleLoanCheck, setsDue } from './loan-checks.ts';
import { type LoanTime, loanMoments, shortNoticeAt } from './loan-moments.ts';

const berlin = aCalendar();
const time = (overdueDays = [1, 7, 14], dueSoonDays = 3): LoanTime => ({
  calendar: berlin,
  settings: { overdueDays, dueSoonDays },
});
const terms = { perDay: 25, cap: 1000, grace: 0, lost: 3000, currency: 'EUR' };
const lentUntil = (due: string, age?: number) =>
  aLentItem({ due, terms: { ...terms, ...(age !== undefined && { age }) } });

test('a loan’s check times are mornings at its branch, before and after a clock change', () => {
  // The clocks of Berlin go forward on 29 March 2026.
  const { loan } = lentUntil('2026-03-28T22:59:59.000Z', 28);
  expect(loan && loanMoments(loan, time())).toEqual([
    { at: '2026-03-25T05:00:00.000Z', what: 'due-soon' },
    { at: '2026-03-28T23:00:00.000Z', what: 'becomes-overdue' },
    { at: '2026-03-29T04:00:00.000Z', what: 'overdue-notice', step: 1 },
    { at: '2026-04-04T04:00:00.000Z', what: 'overdue-notice', step: 2 },
    { at: '2026-04-11T04:00:00.000Z', what: 'overdue-notice', step: 3 },
    { at: '2026-04-25T21:59:59.000Z', what: 'ages-to-lost' },
  ]);
});

test('a loan that its rule renews is renewed in the night before the usual notices, unless a library lends it or it is late', () => {
  const due = '2026-03-28T22:59:59.000Z';
  const renewing = aLentItem({ due, terms: { ...terms, renew: 3 } });
  const at = '2026-03-25T03:00:00.000Z';
  const [check] = scheduleLoanCheck(renewing, time(), '2026-03-02T11:00:00.000Z');
  expect(check?.at).toBe(at);
  const look = (item: typeof renewing, now = at) => checkLoan(item, { loanId: 'lon_1', at }, time(), now);
  expect(look(renewing)).toMatchObject({ renews: true, notices: [], next: '2026-03-25T05:00:00.000Z' });
  // Renewed meanwhile: the same check renews nothing.
  expect(look(aLentItem({ due: '2026-04-22T21:59:59.000Z', terms: { ...terms, renew: 3 } }))).toMatchObject({
    renews: false,
  });
  expect(look(renewing, '2026-03-29T11:00:00.000Z')).toMatchObject({ renews: false, overdue: true });
  expect(look({ ...renewing, request: { requestId: 'req_1' } })).toMatchObject({ renews: false });
  expect(look(lentUntil(due))).toMatchObject({ renews: false });
  // Where the short notice comes later than the renewal, both are scheduled.
  const short = scheduleLoanCheck(renewing, time([1], 10), '2026-03-24T11:00:00.000Z');
  expect(short.map((one) => [one.at, one.announces])).toEqual([
    ['2026-03-26T04:00:00.000Z', due],
    [at, undefined],
  ]);
});

test('an hourly loan is reported as overdue at once, and then by days', () => {
  const { loan } = lentUntil('2026-03-04T13:00:00.000Z');
  const notices = loan ? loanMoments(loan, time([1, 3])).filter(({ what }) => what === 'overdue-notice') : [];
  expect(notices.map(({ at }) => at)).toEqual(['2026-03-04T13:00:01.000Z', '2026-03-07T05:00:00.000Z']);
});

/**
 * Simulates the schedule: runs a loan's checks at instants, removing each and adding the next; a check replaces another of the same
 * time. Returns the notices with their times.
 */
const runAt = (
  itemAt: (at: number) => ReturnType<typeof lentUntil>,
  first: readonly LoanCheck[],
  instants: readonly number[],
  at: LoanTime,
) => {
  const watches = new Map(first.map((check) => [check.at, check]));
  const sent: { message: NoticeMessage; at: number }[] = [];
  for (const now of instants) {
    for (const check of [...watches.values()].filter((one) => millis(one.at) <= now)) {
      const look = checkLoan(itemAt(now), check, at, instant(now));
      for (const message of look?.notices ?? []) sent.push({ message, at: now });
      const { announces: _, ...usual } = check;
      if (look?.next !== undefined) watches.set(look.next, { ...usual, at: look.next });
      watches.delete(check.at);
    }
  }
  return sent;
};

/** Schedules a loan's checks from its checkout or renewal on, and runs the first: the moment, and whether it announces the due date. */
const firstCheck = (due: string, from: string, dueSoonDays = 3): [string | undefined, string[] | undefined] => {
  const at = time([1, 7, 14], dueSoonDays);
  const [check] = scheduleLoanCheck(lentUntil(due), at, from);
  const look = check && checkLoan(lentUntil(due), check, at, instant(millis(check.at) + 600_000));
  return [check?.at, look?.notices.map(({ kind }) => kind)];
};

test('finding C9: a loan that is too short for the usual day is announced in the middle of its days, on the last day at the latest', () => {
  // Lent on Monday at noon for 3 days, 2 days, 1 day; at 18:00 for one day; announced at 05:00 in Berlin.
  const monday = '2026-03-02T11:00:00.000Z';
  expect([
    firstCheck('2026-03-05T22:59:59.000Z', monday),
    firstCheck('2026-03-04T22:59:59.000Z', monday),
    firstCheck('2026-03-03T22:59:59.000Z', monday),
    firstCheck('2026-03-03T22:59:59.000Z', '2026-03-02T17:00:00.000Z', 1),
  ]).toEqual([
    ['2026-03-04T04:00:00.000Z', ['due-soon']],
    ['2026-03-03T04:00:00.000Z', ['due-soon']],
    ['2026-03-03T04:00:00.000Z', ['due-soon']],
    ['2026-03-03T04:00:00.000Z', ['due-soon']],
  ]);
  // Lent at the hour of notices itself, until the end of that day.
  expect(firstCheck('2026-03-02T22:59:59.000Z', '2026-03-02T04:00:00.000Z')).toEqual([
    ...['2026-03-02T04:00:00.000Z', ['due-soon']],
  ]);
  // Due at the end of the same day.
  expect(firstCheck('2026-03-02T22:59:59.000Z', monday)).toEqual(['2026-03-02T18:59:59.000Z', ['due-soon']]);
  // A longer loan as before; where the library announces a week ahead, also one of 6 days.
  expect(firstCheck('2026-03-06T22:59:59.000Z', monday)).toEqual(['2026-03-03T05:00:00.000Z', ['due-soon']]);
  expect(firstCheck('2026-03-08T22:59:59.000Z', monday, 7)).toEqual(['2026-03-05T04:00:00.000Z', ['due-soon']]);
});

test('finding C9: a loan of hours is announced half of its time before it is due, never in the night', () => {
  const monday = '2026-03-02T11:00:00.000Z';
  expect([
    firstCheck('2026-03-02T15:00:00.000Z', monday),
    firstCheck('2026-03-02T12:00:00.000Z', monday),
    // Twelve hours before it would be 02:00 in Berlin.
    firstCheck('2026-03-03T13:00:00.000Z', '2026-03-02T11:00:00.000Z'),
    firstCheck('2026-03-04T11:00:00.000Z', monday),
  ]).toEqual([
    ['2026-03-02T13:00:00.000Z', ['due-soon']],
    ['2026-03-02T11:30:00.000Z', ['due-soon']],
    ['2026-03-03T04:00:00.000Z', ['due-soon']],
    ['2026-03-03T11:00:00.000Z', ['due-soon']],
  ]);
  // Due in the night, before the hour of notices or at it, it is announced in the night.
  expect([
    firstCheck('2026-03-03T03:30:00.000Z', '2026-03-03T01:30:00.000Z'),
    firstCheck('2026-03-03T04:00:00.000Z', '2026-03-03T02:00:00.000Z'),
  ]).toEqual([
    ['2026-03-03T02:30:00.000Z', ['due-soon']],
    ['2026-03-03T03:00:00.000Z', ['due-soon']],
  ]);
  // With half an hour left no notice would come in time.
  expect(firstCheck('2026-03-02T11:30:00.000Z', monday)).toEqual(['2026-03-02T11:30:01.000Z', ['overdue']]);
});

test('finding C9: a short loan is announced once: the checks after it, and a renewal, announce nothing of the old due date', () => {
  const [due, later] = ['2026-03-05T22:59:59.000Z', '2026-03-08T22:59:59.000Z'];
  const lent = '2026-03-02T11:00:00.000Z';
  const hours = Array.from({ length: 24 * 8 }, (_, hour) => millis(lent) + hour * 3_600_000);
  const announced = runAt(() => lentUntil(due), scheduleLoanCheck(lentUntil(due), time(), lent), hours, time());
  expect(announced.map(({ message }) => message.kind)).toEqual(['due-soon', 'overdue']);
  const renewedAt = '2026-03-05T17:00:00.000Z';
  const watches = [
    ...scheduleLoanCheck(lentUntil(due), time(), lent),
    ...scheduleLoanCheck(lentUntil(later), time(), renewedAt),
  ];
  const both = runAt((now) => lentUntil(now < millis(renewedAt) ? due : later), watches, hours, time());
  expect(both.map(({ message }) => [message.kind, message.due, message.at])).toEqual([
    ['due-soon', due, '2026-03-04T04:00:00.000Z'],
    ['due-soon', later, '2026-03-07T04:00:00.000Z'],
    ['overdue', later, '2026-03-09T05:00:00.000Z'],
  ]);
});

test('finding C9: a check that was set for the due date before a renewal does not announce the new one, though it falls on its days', () => {
  // Lent for three days and announced on the second, but renewed before, until the day after the first due date.
  const [due, later] = ['2026-03-05T22:59:59.000Z', '2026-03-06T22:59:59.000Z'];
  const [lent, renewedAt] = ['2026-03-02T11:00:00.000Z', '2026-03-03T17:00:00.000Z'];
  const [first] = scheduleLoanCheck(lentUntil(due), time(), lent);
  const [second] = scheduleLoanCheck(lentUntil(later), time(), renewedAt);
  expect([first?.at, first?.announces]).toEqual(['2026-03-04T04:00:00.000Z', due]);
  expect([second?.at, second?.announces]).toEqual(['2026-03-05T04:00:00.000Z', later]);
  const hours = Array.from({ length: 24 * 6 }, (_, hour) => millis(lent) + hour * 3_600_000);
  const checks = [first, second].filter((check) => check !== undefined);
  const sent = runAt((now) => lentUntil(now < millis(renewedAt) ? due : later), checks, hours, time());
  expect(sent.map(({ message }) => [message.kind, message.due, message.at])).toEqual([
    ['due-soon', later, '2026-03-05T04:00:00.000Z'],
    ['overdue', later, '2026-03-07T05:00:00.000Z'],
  ]);
});

test('a checkout, a renewal or a loaded loan sets a check; a fine, a claim or a move does not', () => {
  const item = lentUntil('2026-03-20T22:59:59.000Z');
  const renewed = lentUntil('2026-04-10T21:59:59.000Z');
  expect(setsDue({ after: item })).toBe(true);
  expect(setsDue({ before: item, after: renewed })).toBe(true);
  expect(setsDue({ before: item, after: { ...item, v: 9 } })).toBe(false);
  expect(setsDue({ before: item, after: { ...item, state: 'claimed-returned' } })).toBe(false);
  // A long overdue loan from a load is listed immediately, without notices for past days.
  const [watch] = scheduleLoanCheck(item, time(), '2026-04-03T11:00:00.000Z');
  expect(watch).toMatchObject({ at: '2026-04-03T11:00:00.000Z', cause: 'birch' });
  expect(watch && checkLoan(item, watch, time(), '2026-04-03T11:05:00.000Z')).toEqual({
    notices: [],
    overdue: true,
    ages: false,
    renews: false,
  });
});

test('a loan is checked next in the morning of its announcement; one that is due now, a second later; one that is overdue, at once', () => {
  const item = lentUntil('2026-03-20T22:59:59.000Z');
  const check = { loanId: 'lon_1', itemId: 'itm_1', cause: 'birch' };
  const from = (at: string) => scheduleLoanCheck(item, time(), at);
  expect(from('2026-03-02T11:00:00.000Z')).toStrictEqual([{ ...check, at: '2026-03-17T05:00:00.000Z' }]);
  expect(from('2026-03-17T05:00:00.000Z')).toStrictEqual([{ ...check, at: '2026-03-17T05:00:00.000Z' }]);
  expect(from('2026-03-20T22:59:59.000Z')).toStrictEqual([{ ...check, at: '2026-03-20T23:00:00.000Z' }]);
  expect(from('2026-03-20T23:00:00.000Z')).toStrictEqual([{ ...check, at: '2026-03-20T23:00:00.000Z' }]);
  expect(scheduleLoanCheck(anItem(), time(), '2026-03-02T11:00:00.000Z')).toEqual([]);
});

test('the notices of a loan name its patron, copy, title, branch and due date, and the step; a loan of hours says so', () => {
  const about = {
    ...{ patronId: 'pat_1', branchId: 'birch.east', itemId: 'itm_1', loanId: 'lon_1', cause: 'birch' },
    recordId: 'rec_1',
  };
  const noticesOf = (item: ReturnType<typeof lentUntil>, at: string, now: string) =>
    checkLoan(item, { loanId: 'lon_1', at }, time(), now)?.notices;
  const [soon, due, late] = ['2026-03-17T05:00:00.000Z', '2026-03-20T22:59:59.000Z', '2026-03-21T05:00:00.000Z'];
  const item = lentUntil(due);
  expect(noticesOf(item, soon, soon)).toStrictEqual([
    { ...about, due, noticeId: `due-soon:lon_1:${due}`, kind: 'due-soon', at: soon },
  ]);
  expect(noticesOf(item, late, late)).toStrictEqual([
    { ...about, due, noticeId: `overdue:lon_1:${due}:1`, kind: 'overdue', at: late, step: 1 },
  ]);
  // The loan became overdue since the check was due: only that is sent. Of several steps only the last counts.
  expect(noticesOf(item, soon, late)?.map(({ noticeId }) => noticeId)).toEqual([`overdue:lon_1:${due}:1`]);
  expect(noticesOf(item, soon, '2026-03-28T11:00:00.000Z')).toMatchObject([
    { step: 2, at: '2026-03-27T05:00:00.000Z' },
  ]);
  const hours = '2026-03-04T13:00:00.000Z';
  expect(noticesOf(lentUntil(hours), hours, '2026-03-04T13:00:01.000Z')).toStrictEqual([
    {
      ...{ ...about, due: hours, hourly: true, noticeId: `overdue:lon_1:${hours}:1`, kind: 'overdue' },
      ...{ at: '2026-03-04T13:00:01.000Z', step: 1 },
    },
  ]);
  const { recordId: _, ...uncatalogued } = item;
  expect(noticesOf(uncatalogued, soon, soon)?.[0]).not.toHaveProperty('recordId');
  // An external library is notified by the messages of its request.
  expect(noticesOf(aLentItem({ due, patronId: 'prt_01kb0000000000000000000000' }), soon, late)).toEqual([]);
});

test('a check says whether the loan is overdue, when it is looked at next, and from when on it counts as lost', () => {
  const item = lentUntil('2026-03-20T22:59:59.000Z', 7);
  const look = (now: string, at = now) => checkLoan(item, { loanId: 'lon_1', at }, time([1, 14]), now);
  expect(look('2026-03-20T22:59:59.000Z')).toStrictEqual({
    ...{ notices: [], overdue: false, ages: false, renews: false, next: '2026-03-20T23:00:00.000Z' },
  });
  expect(look('2026-03-20T23:00:00.000Z')).toStrictEqual({
    ...{ notices: [], overdue: true, ages: false, renews: false, next: '2026-03-21T05:00:00.000Z' },
  });
  expect(look('2026-03-27T22:59:58.000Z')).toMatchObject({ ages: false, next: '2026-03-27T22:59:59.000Z' });
  // A loan that counts as lost has no further check and no notice, though a step was reached too.
  const lost = { notices: [], overdue: true, ages: true, renews: false };
  expect(look('2026-03-27T22:59:59.000Z')).toStrictEqual(lost);
  expect(look('2026-03-28T11:00:00.000Z', '2026-03-20T23:00:00.000Z')).toStrictEqual(lost);
  // The last step of a loan that never counts as lost ends its checks.
  const last = checkLoan(
    lentUntil('2026-03-20T22:59:59.000Z'),
    { loanId: 'lon_1', at: '2026-04-03T04:00:00.000Z' },
    time(),
    '2026-04-03T04:00:00.000Z',
  );
  expect(last).toMatchObject({ notices: [{ step: 3 }], ages: false });
  expect(last).not.toHaveProperty('next');
});

test('C72 a check does nothing for a loan that is returned, claimed, lost or lent to another patron', () => {
  const item = lentUntil('2026-03-20T22:59:59.000Z');
  const look = (state: typeof item) =>
    checkLoan(state, { loanId: 'lon_1', at: '2026-03-20T23:00:00.000Z' }, time(), '2026-03-22T11:00:00.000Z');
  expect(look(item)).toMatchObject({ notices: [{ noticeId: 'overdue:lon_1:2026-03-20T22:59:59.000Z:1' }] });
  const { loan: _, ...shelved } = item;
  expect(look({ ...shelved, state: 'available' })).toBeUndefined();
  expect(look({ ...item, state: 'claimed-returned' })).toBeUndefined();
  expect(look({ ...item, state: 'lost' })).toBeUndefined();
  expect(look(aLentItem({ loanId: 'lon_2' }))).toBeUndefined();
});

test('the lists contain a loan at its lender and at its home, a member’s whole list once, and drop ended ones', () => {
  const item = lentUntil('2026-03-20T22:59:59.000Z');
  const later = '2026-03-22T11:00:00.000Z';
  expect(lateLoans(item, '2026-03-20T22:00:00.000Z')).toEqual([]);
  expect(lateLoans(item, later).map(({ branchId, stage }) => [branchId, stage])).toEqual([
    ['birch.east', 'overdue'],
    ['ash.main', 'overdue'],
  ]);
  const lost = { at: later, billId: 'bil_1', amount: 3000 };
  const gone: typeof item = { ...item, state: 'lost', ...(item.loan && { loan: { ...item.loan, lost } }) };
  expect(lateLoanChanges({ before: item, after: gone }, later)).toMatchObject({
    ended: [{ stage: 'overdue' }, { stage: 'overdue' }],
    lost: [
      { stage: 'lost', since: later },
      { stage: 'lost', since: later },
    ],
  });
  const { loan: _, ...shelved } = item;
  expect(lateLoanChanges({ before: gone, after: { ...shelved, state: 'available' } }, later)).toMatchObject({
    ended: [{ stage: 'lost' }, { stage: 'lost' }],
    lost: [],
  });
  const own = { ...item, branchId: 'birch.west' };
  expect(lateLoans(own, later).filter((entry) => shownForMember(entry, own))).toMatchObject([
    { branchId: 'birch.east' },
  ]);
});

const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2026-01-01', days));
const ladder = fc
  .uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 5 })
  .map((days) => days.toSorted((a, b) => a - b));
const gaps = fc.array(fc.integer({ min: 60_000, max: 12 * 86_400_000 }), { minLength: 1, maxLength: 60 });

test('no step is reported twice or too early, however seldom the clock runs; a renewal clears the steps of the old due date', () => {
  fc.assert(
    fc.property(day, ladder, gaps, fc.option(fc.nat({ max: 59 })), (dueDay, overdueDays, waits, renewedAt) => {
      const at = time(overdueDays);
      const due = dueAtEndOf(berlin, dueDay);
      const later = dueAtEndOf(berlin, addDays(dueDay, 21));
      const begin = millis(due) - 20 * 86_400_000;
      let sum = begin;
      const instants = waits.map((gap) => {
        sum += gap;
        return sum;
      });
      const renewal = renewedAt === null ? undefined : instants[renewedAt];
      const itemAt = (now: number) => lentUntil(renewal !== undefined && now >= renewal ? later : due);
      const watches = scheduleLoanCheck(lentUntil(due), at, instant(begin));
      if (renewal !== undefined) watches.push(...scheduleLoanCheck(lentUntil(later), at, instant(renewal)));
      const sent = runAt(itemAt, watches, instants, at);
      const effect = new Map(sent.map(({ message, at: when }) => [message.noticeId, { message, when }]));
      const moments = [due, later].flatMap((each) => {
        const { loan } = lentUntil(each);
        if (loan === undefined) return [];
        const short = [begin, ...(renewal === undefined ? [] : [renewal])].map((from) =>
          shortNoticeAt(loan, at, instant(from)),
        );
        const all = [...loanMoments(loan, at), ...short.flatMap((one) => (one ? [{ at: one, what: 'due-soon' }] : []))];
        return all.map((moment) => ({ ...moment, due: each }));
      });
      // Only the checks from before and after a renewal can both report a step: with the same id, by which one notice is sent.
      for (const { message, at: when } of sent) {
        expect(millis(message.at)).toBeLessThanOrEqual(when);
        expect(message.due).toBe(itemAt(when).loan?.due);
        expect(moments).toContainEqual(expect.objectContaining({ at: message.at, due: message.due }));
        if (renewal === undefined || when < renewal) expect(effect.get(message.noticeId)?.when).toBe(when);
        expect(effect.get(message.noticeId)?.message).toMatchObject({ due: message.due, kind: message.kind });
      }
      // A schedule without a gap of a day has sent every step that it ran through.
      const steady = waits.every((gap) => gap < 43_200_000) && renewal === undefined;
      const last = instants.at(-1) ?? begin;
      const steps = moments.filter((one) => one.due === due && one.what === 'overdue-notice' && millis(one.at) <= last);
      if (steady) expect(sent.filter(({ message }) => message.kind === 'overdue')).toHaveLength(steps.length);
    }),
    { numRuns: 100 },
  );
});

test('days are counted on the branch’s calendar: each step is on its day, at six in the morning there', () => {
  fc.assert(
    fc.property(day, ladder, (dueDay, overdueDays) => {
      const { loan } = lentUntil(dueAtEndOf(berlin, dueDay));
      const notices = loan ? loanMoments(loan, time(overdueDays)).filter(({ what }) => what === 'overdue-notice') : [];
      expect(notices.map(({ at }) => localDay(berlin, at))).toEqual(overdueDays.map((days) => addDays(dueDay, days)));
      for (const { at } of notices) {
        expect(
          new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone: berlin.timeZone }).format(
            millis(at),
          ),
        ).toBe('06');
      }
    }),
    { numRuns: 50 },
  );
});
