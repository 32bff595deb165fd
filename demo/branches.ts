import type { HoldSlipChoice } from '../functions/membership/domain/branch.ts';
import type { BranchCalendar } from '../layers/kernel/calendar/branch-calendar.ts';
import { closuresOf } from './closures.ts';
import { memberById } from './members.ts';

/** A branch: its location, its opening hours, and whether holds can be collected there. */
export type DemoBranch = {
  branchId: string;
  member: string;
  name: string;
  address: string;
  pickup: boolean;
  phone: string;
  email: string;
  /** The identification of patrons on its hold slips; by default the last digits of the card. */
  holdSlip?: HoldSlipChoice;
  /** Staff begin here; by default at the branch with the code `main`. */
  main?: boolean;
  calendar: BranchCalendar;
};

type Weekly = BranchCalendar['weekly'];
type Row = { branchId: string; name: string; address: string; hours: keyof typeof weeks; pickup: boolean };

const span = (open: string, close: string) => [{ open, close }];
const weekdays = (open: string, close: string): Weekly => {
  const day = span(open, close);
  return { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day };
};

const weeks = {
  city: { ...weekdays('09:00', '20:00'), saturday: span('10:00', '17:00'), sunday: span('13:00', '17:00') },
  neighbourhood: { ...weekdays('10:00', '18:00'), saturday: span('10:00', '14:00') },
  // A bookmobile stops twice a day and is closed at the weekend.
  bookmobile: {
    tuesday: [...span('09:30', '12:00'), ...span('14:00', '17:30')],
    thursday: [...span('09:30', '12:00'), ...span('14:00', '17:30')],
  },
  university: { ...weekdays('08:00', '24:00'), saturday: span('10:00', '20:00'), sunday: span('12:00', '24:00') },
  department: weekdays('09:00', '19:00'),
  readingRoom: weekdays('10:00', '16:00'),
  school: weekdays('07:45', '16:15'),
} satisfies Record<string, Weekly>;

const eastern = 'America/New_York';
const central = 'America/Chicago';
const timeZones: Readonly<Record<string, string>> = {
  riverton: eastern,
  harcourt: eastern,
  northfield: eastern,
  lakeshore: central,
  calder: central,
  ashgrove: central,
};

const branch = (branchId: string, name: string, address: string, hours: Row['hours'], pickup = true): Row => ({
  branchId,
  name,
  address,
  hours,
  pickup,
});

const rows: readonly Row[] = [
  branch('riverton.main', 'Riverton Central Library', '1 Mill Street, Riverton', 'city'),
  branch('riverton.eastside', 'Eastside Branch', '240 Foundry Road, Riverton', 'neighbourhood'),
  branch('riverton.hillcrest', 'Hillcrest Branch', '18 Orchard Lane, Riverton', 'neighbourhood'),
  branch('riverton.mobile', 'Riverton Bookmobile', 'Stops along County Road 7', 'bookmobile'),
  branch('lakeshore.main', 'Lakeshore Main Library', '500 Harbor Avenue, Port Ellery', 'city'),
  branch('lakeshore.dunes', 'Dunes Branch', '77 Beach Road, Dunes', 'neighbourhood'),
  branch('lakeshore.prairie', 'Prairie Branch', '9 Station Square, Prairie View', 'neighbourhood'),
  branch('harcourt.main', 'Harcourt Main Library', '2 College Green, Riverton', 'university'),
  branch('harcourt.science', 'Science Library', '30 Observatory Hill, Riverton', 'department'),
  branch('harcourt.music', 'Music Library', '4 Recital Court, Riverton', 'department'),
  branch('harcourt.special', 'Special Collections', '2 College Green, Riverton', 'readingRoom', false),
  branch('calder.main', 'Calder Library', '100 Turbine Way, Calder City', 'university'),
  branch('calder.engineering', 'Engineering Reading Room', '120 Turbine Way, Calder City', 'department'),
  branch('ashgrove.reading', 'Ashgrove Reading Room', '12 Quay Street, Port Ellery', 'readingRoom'),
  branch('ashgrove.vault', 'Ashgrove Vault', '12 Quay Street, Port Ellery', 'readingRoom', false),
  branch('northfield.upper', 'Upper School Library', '60 Academy Road, Northfield', 'school'),
  branch('northfield.lower', 'Lower School Library', '64 Academy Road, Northfield', 'school'),
];

/** The main branch of a library of which no branch has the code `main`. */
const mainBranches = ['northfield.upper', 'ashgrove.reading'];

/** Two libraries chose another way than the last digits of the card. */
const holdSlips: Readonly<Record<string, HoldSlipChoice>> = { northfield: 'name', calder: 'code' };

/** Returns every branch of the demo with its calendar in its own time zone, with the closures of the given years. */
export const branchesIn = (years: readonly number[]): DemoBranch[] =>
  rows.map(({ hours, ...row }, place) => {
    const member = row.branchId.slice(0, row.branchId.indexOf('.'));
    return {
      ...row,
      member,
      // Numbers from 555 0100 to 0199 are reserved for fiction.
      phone: `+1 555 01${String(place + 10)}`,
      email: `${row.branchId.replace('.', '-')}@example.org`,
      ...(mainBranches.includes(row.branchId) && { main: true }),
      ...(holdSlips[member] && { holdSlip: holdSlips[member] }),
      calendar: {
        timeZone: timeZones[member] ?? eastern,
        weekly: weeks[hours],
        closures: closuresOf(memberById(member).type, years),
      },
    };
  });

/** The ids of all branches, in display order. */
export const branchIds: readonly string[] = rows.map(({ branchId }) => branchId);
