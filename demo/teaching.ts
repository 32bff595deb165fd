import { cases } from './cases.ts';
import { copies, type DemoCopy } from './holdings.ts';
import { type DemoPatron, patrons } from './patrons.ts';

/** The school of the demo: twelve grades. Leavers become adult patrons with the same card. */
export const demoSchool = {
  memberId: 'northfield',
  branchId: 'northfield.upper',
  scheme: {
    branchId: 'northfield.upper',
    grades: Array.from({ length: 12 }, (_, at) => ({ grade: String(at + 1), category: 'pupil' })),
    leavers: { become: 'category', category: 'adult' },
  },
} as const;

const gradeOf = ({ birthDate }: DemoPatron, year: number): string =>
  String(Math.min(12, Math.max(1, year - Number(birthDate.slice(0, 4)) - 6)));

/** The roster of the school in a calendar year: every pupil of the demo, in the class `b` of their age. */
export const demoRoster = (year: number) =>
  patrons
    .filter(({ member, category }) => member === demoSchool.memberId && category === 'pupil')
    .map((pupil, at) => {
      const { name, birthDate, card } = pupil;
      const grade = gradeOf(pupil, year);
      return { id: `N-${2001 + at}`, name, birthDate, card, grade, class: `${grade}b` };
    });

const inCases = new Set(
  cases.flatMap(({ steps }) => steps.flatMap((step) => ('barcode' in step ? [step.barcode] : []))),
);

/** The university's reserves for its course: copies that no case and no everyday loan uses. */
export const reserveCopies: readonly DemoCopy[] = copies
  .filter(({ branch, category }) => branch === 'harcourt.science' && category === 'book')
  .filter(({ barcode, copy }) => copy > 1 && !inCases.has(barcode))
  .slice(0, 3);

/** The course of the demo, in the term that includes a day (`YYYY-MM-DD`). */
export const demoCourse = (today: string) => {
  const year = today.slice(0, 4);
  const term = { startsOn: `${year}-01-01`, endsOn: `${Number(year) + 1}-01-31`, name: `Academic year ${year}` };
  return {
    termId: year,
    term,
    branchId: 'harcourt.science',
    course: {
      code: 'HPS 110',
      title: 'Introduction to the History of Science',
      department: 'History and Philosophy of Science',
      sections: ['01', '02'],
      instructors: [{ name: 'Ines Moreau' }],
    },
    link: { kind: 'link', url: 'https://journals.example.org/isis/101', title: 'What instruments remember' },
    place: { location: 'reserve', category: 'short-loan' },
  } as const;
};
