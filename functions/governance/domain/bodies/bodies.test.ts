import { suggestedItems } from './agenda.ts';
import { afterSeatChange, type Body, heldOn, type SeatChange } from './body.ts';
import { agendaFault, attendanceOf, callFault, mayCancel, withDecision } from './hold-meeting.ts';
import type { Meeting } from './meeting.ts';
import { minutesDraft } from './minutes-draft.ts';

const act = { by: 'staff:stf_1', at: '2026-01-01T10:00:00.000Z' };
const founded = { ...act, reason: 'Founding meeting' };
const empty: Body = {
  ...{ bodyId: 'bdy_1', name: 'Council', purpose: '', kind: 'council', preset: 'usual', state: 'active' },
  rules: {
    ...{ noticeDays: 7, bylawsNoticeDays: 14 },
    quorum: { of: { numerator: 1, denominator: 2 }, compare: 'more-than' },
    term: { years: 2, mostInARow: 2, partUnderHalfCounts: false },
  },
  ...{ seats: [], seatsMade: 0, founded, v: 1 },
};
const person = (name: string) => ({ name, email: `${name.toLowerCase()}@example.org` });
const changed = (body: Body, ...changes: SeatChange[]): Body =>
  changes.reduce((before, change) => {
    const after = afterSeatChange(before, change);
    if (typeof after === 'string') throw new Error(after);
    return after;
  }, body);
const hold = (seatId: string, name: string, from: string, alternate?: string): SeatChange => ({
  ...{ do: 'hold', seatId, holder: person(name), from },
  ...(alternate && { alternate: person(alternate) }),
});
const six = changed(
  empty,
  ...['Ada', 'Ben', 'Cai', 'Dee', 'Eli', 'Fay'].flatMap((name, at): SeatChange[] => [
    { do: 'add-seat', name: `Seat of ${name}` },
    hold(`seat-${at + 1}`, name, '2026-01-01', name === 'Fay' ? 'Gus' : undefined),
  ]),
);
const meetingDay = '2026-05-15';
const planned: Meeting = {
  ...{ meetingId: 'mtg_1', bodyId: 'bdy_1', state: 'planned', startsAt: '2026-05-15T15:00:00.000Z', place: 'Room 2' },
  agenda: [
    { kind: 'text', title: 'Courier' },
    { kind: 'text', title: 'Training' },
  ],
  ...{ planned: act, attendance: [], v: 1 },
};
const present = (seats: readonly number[], to?: string) =>
  seats.map((seat) => ({
    ...{ seatId: `seat-${seat}`, isAlternate: false, from: '2026-05-15T15:00:00.000Z' },
    ...(to && { to }),
  }));

test('G74 a seat of two years ends after two years; a third term in a row is refused, and allowed after one term without', () => {
  const one = changed(
    empty,
    { do: 'add-seat', name: 'Public', memberId: 'riverton' },
    hold('seat-1', 'Ada', '2026-07-01'),
  );
  expect(one.seats[0]?.terms).toMatchObject([{ from: '2026-07-01', to: '2028-06-30' }]);
  const two = changed(one, hold('seat-1', 'Ada', '2028-07-01'));
  expect(afterSeatChange(two, hold('seat-1', 'Ada', '2030-07-01'))).toBe('too-many-terms');
  const other = changed(two, hold('seat-1', 'Ben', '2030-07-01'));
  expect(afterSeatChange(other, hold('seat-1', 'Ada', '2032-07-01'))).not.toBe('too-many-terms');
  // A part of a term under half of it does not count.
  const part = changed(one, { do: 'end-term', seatId: 'seat-1', on: '2026-12-31', reason: 'Resigned' });
  const again = changed(part, hold('seat-1', 'Ada', '2027-01-01'), hold('seat-1', 'Ada', '2029-01-01'));
  expect(again.seats[0]?.terms[0]).toMatchObject({ to: '2026-12-31', endedFor: 'Resigned' });
  expect(afterSeatChange(again, hold('seat-1', 'Ada', '2031-01-01'))).toBe('too-many-terms');
});

test('a seat has one holder and at most one alternate at a time, and nobody holds two seats of a body', () => {
  expect(afterSeatChange(six, hold('seat-1', 'Hal', '2026-06-01'))).toBe('seat-held');
  expect(afterSeatChange(six, hold('seat-9', 'Hal', '2026-06-01'))).toBe('unknown-seat');
  const more = changed(six, { do: 'add-seat', name: 'Seventh' });
  expect(afterSeatChange(more, hold('seat-7', 'Ada', '2026-06-01'))).toBe('holds-a-seat');
  expect(afterSeatChange(more, hold('seat-7', 'Hal', '2026-06-01', 'Hal'))).toBe('bad-term');
  const alternate: SeatChange = { do: 'alternate', seatId: 'seat-1', alternate: person('Ida'), on: '2026-06-01' };
  expect(changed(six, alternate).seats[0]?.terms[0]?.alternate?.name).toBe('Ida');
  expect(changed(six, alternate, { ...alternate, alternate: undefined }).seats[0]?.terms[0]?.alternate).toBeUndefined();
  expect(afterSeatChange(more, { ...alternate, seatId: 'seat-7' })).toBe('seat-vacant');
  expect(afterSeatChange(six, { do: 'remove-seat', seatId: 'seat-1' })).toBe('seat-was-held');
  expect(changed(more, { do: 'remove-seat', seatId: 'seat-7' }).seats).toHaveLength(6);
  expect(heldOn(six, '2028-01-01')).toEqual([]);
});

test('G39 a meeting with a change of the bylaws needs 14 clear days, another one 7; a public agenda stays as it was published', () => {
  const bylaws = { ...planned, agenda: [{ kind: 'proposal' as const, title: 'Bylaws', changesBylaws: true as const }] };
  expect(callFault(six, bylaws, '2026-05-01', meetingDay)).toBe('called-too-late');
  expect(callFault(six, bylaws, '2026-05-01', '2026-05-16')).toBeUndefined();
  expect(callFault(six, planned, '2026-05-07', meetingDay)).toBeUndefined();
  expect(callFault(six, planned, '2026-05-08', meetingDay)).toBe('called-too-late');
  const called: Meeting = { ...planned, state: 'called', called: act };
  expect(callFault(six, called, '2026-05-01', meetingDay)).toBe('wrong-state');
  const before = '2026-05-10T10:00:00.000Z';
  expect(agendaFault({ ...six, preset: 'public-body' }, called, [], before)).toBe('agenda-published');
  expect(agendaFault(six, called, planned.agenda, before)).toBeUndefined();
  expect(agendaFault(six, called, bylaws.agenda, before)).toBe('called-too-late');
  expect(agendaFault(six, called, planned.agenda, planned.startsAt)).toBe('wrong-state');
});

test('G10 a decision needs a quorum at its time: one that left before it makes a later item inquorate, and the earlier one stands', () => {
  const called: Meeting = { ...planned, state: 'called', called: act };
  const during = { meetingDay, now: '2026-05-15T16:00:00.000Z' };
  const rows = [...present([1, 2, 3]), ...present([4], '2026-05-15T15:10:00.000Z')];
  const attendance = attendanceOf(six, called, rows, during);
  if (typeof attendance === 'string') throw new Error(attendance);
  const meeting = { ...called, attendance };
  const votes = [1, 2, 3].map((seat) => ({ seatId: `seat-${seat}`, choice: 'yes' as const }));
  const decide = (over: object, body = six) =>
    withDecision(body, meeting, { number: 1, text: 'Go on', at: '2026-05-15T15:05:00.000Z', votes, ...over }, during);
  const first = decide({});
  expect(first).toMatchObject({
    agenda: [{ decision: { outcome: 'carried', sums: { yes: 3, no: 0, abstain: 0 }, present: 4 } }, {}],
  });
  expect(decide({ number: 2, at: '2026-05-15T15:12:00.000Z' })).toBe('inquorate');
  expect(decide({ at: '2026-05-15T14:00:00.000Z' })).toBe('not-in-the-meeting');
  expect(decide({ number: 3 })).toBe('unknown-agenda-item');
  expect(decide({ votes: [...votes, { seatId: 'seat-5', choice: 'yes' }] })).toBe('not-present');
  expect(decide({ votes: [...votes, ...votes] })).toBe('not-present');
  const sums = { yes: 2, no: 2, abstain: 0 };
  expect(decide({ votes: undefined, sums })).toMatchObject({ agenda: [{ decision: { outcome: 'tied' } }, {}] });
  expect(decide({ votes: undefined, sums: { ...sums, no: 3 } })).toBe('not-present');
  expect(decide({ votes: undefined, sums }, { ...six, preset: 'public-body' })).toBe('by-name');
  expect(attendanceOf(six, called, rows, { meetingDay, now: '2026-05-15T13:00:00.000Z' })).toBe('not-in-the-meeting');
  expect([mayCancel(called), mayCancel(meeting)]).toEqual([true, false]);
  expect(attendanceOf(six, called, [{ ...present([1])[0], isAlternate: true } as never], during)).toBe('unknown-seat');
});

test('G45 the alternate of a seat votes in a meeting while its holder is absent, and the holder from then on; the seat has one vote', () => {
  const [arrives, during] = ['2026-05-15T16:00:00.000Z', '2026-05-15T17:00:00.000Z'];
  const called: Meeting = { ...planned, state: 'called' };
  const entered = [
    ...present([1, 2, 3, 4, 5]),
    { seatId: 'seat-6', isAlternate: true, from: planned.startsAt },
    { seatId: 'seat-6', isAlternate: false, from: arrives },
  ];
  const attendance = attendanceOf(six, called, entered, { meetingDay, now: during });
  if (typeof attendance === 'string') throw new Error(attendance);
  const voterAt = (at: string) => {
    const votes = [{ seatId: 'seat-6', choice: 'yes' as const }];
    const decided = withDecision(
      six,
      { ...called, attendance },
      { number: 1, text: 'Three routes', at, votes },
      { meetingDay, now: during },
    );
    if (typeof decided === 'string') throw new Error(decided);
    const { decision } = decided.agenda[0] ?? {};
    return [decision?.votes?.map(({ name }) => name), decision?.sums.yes, decision?.present];
  };
  expect([voterAt('2026-05-15T15:30:00.000Z'), voterAt(arrives)]).toEqual([
    [['Gus'], 1, 6],
    [['Fay'], 1, 6],
  ]);
});

test('minutes are drafted from what happened, in English and Spanish', () => {
  const meeting: Meeting = {
    ...{ ...planned, state: 'held', endedAt: '2026-05-15T16:30:00.000Z' },
    attendance: [
      { seatId: 'seat-1', name: 'Ada', isAlternate: false, from: planned.startsAt, to: '2026-05-15T16:30:00.000Z' },
      {
        seatId: 'seat-6',
        name: 'Gus',
        isAlternate: true,
        from: '2026-05-15T15:20:00.000Z',
        to: '2026-05-15T16:00:00.000Z',
      },
    ],
    agenda: [
      {
        ...{ kind: 'text', title: 'Courier' },
        decision: {
          ...{ text: 'Three routes', at: '2026-05-15T15:30:00.000Z', outcome: 'carried', present: 2 },
          sums: { yes: 1, no: 0, abstain: 1 },
          votes: [
            { seatId: 'seat-1', name: 'Ada', choice: 'yes' },
            { seatId: 'seat-6', name: 'Gus', choice: 'abstain' },
          ],
          reviewOn: '2027-03-01',
        },
      },
      { kind: 'text', title: 'Training' },
    ],
  };
  const actions = [
    {
      ...{ actionId: 'aci_1', bodyId: 'bdy_1', meetingId: 'mtg_1', title: 'Ask the courier', owner: 'Ada' },
      ...{ dueOn: '2026-06-01', state: 'open' as const, written: act, v: 1 },
    },
  ];
  const drafted = { body: six, meeting, actions, zone: 'America/New_York' };
  expect(minutesDraft(drafted, 'eng').split('\n')).toEqual([
    'Minutes of the meeting of Council on 2026-05-15 11:00, Room 2',
    '',
    'Present: Ada, Gus (alternate of Fay, from 11:20, until 12:00)',
    'Absent: Ben, Cai, Dee, Eli',
    '2 of 6 seats were represented.',
    '',
    '1. Courier',
    'Motion: Three routes',
    'Carried: 1 in favour, 0 against, 1 abstained.',
    'In favour: Ada',
    'Abstained: Gus',
    'To be reviewed on 2027-03-01.',
    '',
    '2. Training',
    'No decision was taken.',
    '',
    'Action items',
    '- Ask the courier: Ada, by 2026-06-01',
    '',
    'The meeting ended at 12:30.',
  ]);
  expect(minutesDraft(drafted, 'spa')).toContain('Aprobada: 1 a favor, 0 en contra, 1 abstenciones.');
});

test('G79 a decision is on the agenda of the last meeting before its review, beside minutes, action items and proposals', () => {
  const decision = {
    ...{ text: 'Two weeks', at: act.at, outcome: 'carried' as const, sums: { yes: 3, no: 0, abstain: 0 }, present: 3 },
    reviewOn: '2027-03-01',
  };
  const past = {
    ...{ meetingId: 'mtg_0', state: 'minuted' as const, day: '2026-11-01' },
    agenda: [{ kind: 'text' as const, title: 'Films', decision }],
  };
  const ahead = (meetingId: string, day: string) => ({ meetingId, state: 'planned' as const, day, agenda: [] });
  const given = {
    meetings: [past, ahead('mtg_jan', '2027-01-10'), ahead('mtg_feb', '2027-02-10'), ahead('mtg_mar', '2027-03-10')],
    actions: [{ actionId: 'aci_1', title: 'Ask', state: 'open' as const }],
    proposals: [{ proposalId: 'cpr_1', title: 'Training' }],
  };
  const others = [
    { kind: 'action', of: 'aci_1', title: 'Ask' },
    { kind: 'proposal', of: 'cpr_1', title: 'Training' },
  ];
  const minutes = { kind: 'minutes', of: 'mtg_0', title: '2026-11-01' };
  const review = { kind: 'review', of: 'mtg_0', title: 'Films' };
  expect(suggestedItems('mtg_jan', given)).toEqual([minutes, ...others]);
  expect(suggestedItems('mtg_feb', given)).toEqual([minutes, review, ...others]);
  const withIt = {
    ...ahead('mtg_feb', '2027-02-10'),
    agenda: [{ kind: 'review' as const, of: 'mtg_0', title: 'Films' }],
  };
  expect(suggestedItems('mtg_feb', { ...given, meetings: [past, withIt] })).toEqual([minutes, ...others]);
  expect(suggestedItems('mtg_0', given)).toEqual([]);
});

test('G79 a proposal that was carried with a day of review is on the agenda of the last meeting before it, once', () => {
  const reviewed = {
    proposalId: 'cpr_1',
    title: 'Two weeks',
    reviewOn: '2027-03-01',
    decidedAt: '2026-10-02T10:00:00.000Z',
  };
  const item = { kind: 'proposal' as const, of: 'cpr_1', title: 'Two weeks' };
  const meeting = (day: string, agenda: (typeof item)[] = []) => ({
    ...{ meetingId: day, state: 'planned' as const, day, agenda },
  });
  const on = (meetingId: string, meetings: ReturnType<typeof meeting>[]) =>
    suggestedItems(meetingId, { meetings, actions: [], proposals: [reviewed] });
  // It was discussed in September, before it was carried.
  const all = [meeting('2026-09-10', [item]), meeting('2027-01-10'), meeting('2027-02-10'), meeting('2027-03-10')];
  expect(all.map(({ meetingId }) => on(meetingId, all))).toEqual([[], [], [item], [item]]);
  const placed = all.map((one) => (one.day === '2027-02-10' ? meeting(one.day, [item]) : one));
  expect(placed.map(({ meetingId }) => on(meetingId, placed))).toEqual([[], [], [], []]);
});
