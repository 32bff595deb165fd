import type { Branch } from '../domain/branch.ts';
import type { CalendarVersion } from '../domain/calendar-versions.ts';
import type { Desk } from '../domain/desk.ts';
import type { Member } from '../domain/member.ts';
import type { Staff } from '../domain/staff.ts';

/** The example data of this context. All names are invented. */
export const exampleMember: Member = {
  memberId: 'riverton',
  name: 'Riverton Public Library',
  type: 'public',
  fiscalYearStartsIn: 7,
  lendsOnRequest: false,
  memberSince: '2019-07-01',
};

export const exampleBranch: Branch = {
  branchId: 'riverton.main',
  name: 'Riverton Central Library',
  address: '1 Mill Street, Riverton',
  pickup: true,
  calendar: {
    timeZone: 'America/New_York',
    weekly: { tuesday: [{ open: '09:00', close: '20:00' }], saturday: [{ open: '10:00', close: '17:00' }] },
    closures: [{ from: '2026-12-25', to: '2026-12-25', reason: 'Christmas Day' }],
  },
};

/** The calendar in force and one that begins in December, with Sundays. */
export const exampleCalendars: CalendarVersion[] = [
  { version: 1, from: '2026-01-12T15:04:05.000Z', calendar: exampleBranch.calendar },
  {
    ...{ version: 2, from: '2026-12-01T05:00:00.000Z' },
    calendar: {
      ...exampleBranch.calendar,
      weekly: { ...exampleBranch.calendar.weekly, sunday: [{ open: '13:00', close: '17:00' }] },
    },
  },
];

export const exampleStaff: Staff = {
  staffId: 'stf_01kaw5v7n0000000000000000z',
  name: 'Amina Diallo',
  email: 'amina.diallo@example.org',
  memberId: 'riverton',
  grants: [{ role: 'desk', scope: 'branch', branch: 'riverton.main' }],
  invited: true,
};

export const exampleDeskPass = { code: '2026-03-02T10:00:00.000Z' };

export const exampleDesk: Desk = {
  deskId: 'dsk_01kaw5v7n0000000000000000z',
  name: 'Checkout desk, left',
  memberId: 'riverton',
  branchId: 'riverton.main',
  lockMinutes: 5,
  enrolledAt: '2026-03-02T10:00:00.000Z',
};
