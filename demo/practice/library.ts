import { noticesSchema } from '../../layers/records/policies/domain/notices.ts';
import { patronsSchema } from '../../layers/records/policies/domain/patrons.ts';
import { blocks, fees } from '../policies.ts';
import { works } from '../works/works.ts';

const ZONE = 'America/New_York';
const day = [{ open: '06:00', close: '23:00' }];
const weekly = Object.fromEntries(
  ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((name) => [name, day]),
);

/** The member of the Practice Library and its two branches, open every day. */
export const practiceMember = {
  memberId: 'practice',
  name: 'Practice Library',
  type: 'public',
  fiscalYearStartsIn: 1,
  lendsOnRequest: false,
  memberSince: '2020-01-01',
};
export const practiceBranches = [
  { branchId: 'practice.main', name: 'Practice Library', address: '1 Example Street' },
  { branchId: 'practice.branch', name: 'Practice Branch', address: '2 Example Street' },
].map((branch) => ({ ...branch, pickup: true, calendar: { timeZone: ZONE, weekly, closures: [] } }));

/** Its policies: 21 days, 20 cents a day late, DVDs for a week. Money in cents. */
export const practicePolicies = [
  { kind: 'blocks', body: { ...blocks, maxLoans: 10 } },
  { kind: 'fees', body: fees },
  {
    kind: 'loan-rules',
    body: {
      currency: 'USD',
      itemTypes: ['book', 'dvd'],
      groups: { dvd: ['dvd'] },
      base: {
        ...{
          lendable: true,
          requestOnly: false,
          holdable: true,
          loanPeriod: { days: 21 },
          renewals: 2,
          maxLoans: null,
        },
        ...{ finePerDay: 20, fineCap: 1000, graceDays: 0, lostCharge: 3000, holdShelfDays: 7 },
      },
      rules: [
        {
          ...{ id: 'dvd', setBy: 'consortium', when: { itemCategory: 'dvd' } },
          values: { loanPeriod: { days: 7 }, renewals: 1 },
        },
      ],
    },
  },
  { kind: 'notices', body: noticesSchema.parse({ defaults: { letters: { on: true } } }) },
  { kind: 'patrons', body: patronsSchema.parse({ residences: { here: 'Practice Town', elsewhere: 'Elsewhere' } }) },
];

/** A patron; `byPost`: without an e-mail address, who gets letters. */
type PracticePatron = {
  given: string;
  family: string;
  category: string;
  birthDate: string;
  guarantor?: number;
  byPost?: true;
};

/** Its patrons, by the last digits of their cards. */
export const practicePatrons: readonly PracticePatron[] = [
  { given: 'Ada', family: 'Alder', category: 'adult', birthDate: '1980-04-12' },
  { given: 'Ben', family: 'Birch', category: 'adult', birthDate: '1974-09-03' },
  { given: 'Clara', family: 'Cedar', category: 'senior', birthDate: '1951-01-20' },
  { given: 'Dev', family: 'Dogwood', category: 'adult', birthDate: '1990-07-07' },
  { given: 'Elin', family: 'Elm', category: 'student', birthDate: '2003-11-30' },
  { given: 'Femi', family: 'Fir', category: 'adult', birthDate: '1985-02-14' },
  { given: 'Gita', family: 'Ginkgo', category: 'teacher', birthDate: '1969-06-25' },
  { given: 'Hana', family: 'Hazel', category: 'adult', birthDate: '1996-12-01' },
  { given: 'Ivo', family: 'Ironwood', category: 'senior', birthDate: '1947-08-18', byPost: true },
  { given: 'Juno', family: 'Juniper', category: 'young-adult', birthDate: '2010-03-09' },
  { given: 'Kit', family: 'Alder', category: 'child', birthDate: '2017-05-22', guarantor: 0 },
  { given: 'Lea', family: 'Alder', category: 'child', birthDate: '2019-10-10', guarantor: 0 },
];

/** The titles: 26 books and 4 films; the first ten have a second copy at the branch. */
export const practiceWorks = [
  ...works
    .filter(({ form, isbn, language }) => form === 'book' && language === 'eng' && isbn !== undefined)
    .slice(0, 26),
  ...works.filter(({ form }) => form === 'dvd').slice(0, 4),
];
export const SECOND_COPIES = 10;

/** The school for which it also is: two grades, with a class of two children by the places of these in the list of patrons. */
export const practiceSchool = {
  grades: ['1', '3'].map((grade) => ({ grade, category: 'child' })),
  classId: '1-3',
  pupils: [
    { patron: 10, grade: '3' },
    { patron: 11, grade: '1' },
  ],
};
