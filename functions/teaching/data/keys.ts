import { keysOf } from '../../../layers/platform/dynamodb/keys.ts';

/** The entities of teaching in the one table: their keys, and the question that each key answers. */
export const keys = keysOf({
  term: {
    pk: 'MEMBER#{memberId}',
    sk: 'TERM#{termId}',
    gsi2: { pk: 'TERMS-OPEN', sk: '{endsOn}#{memberId}#{termId}' },
    question: 'From when to when is this term? gsi2: the terms that are not closed, by their last day (sparse)',
  },
  courseOfTerm: {
    pk: 'TERM#{memberId}#{termId}',
    sk: '{code}',
    question: 'Which courses has this term; which one bears this code? Claimed once a term',
  },
  course: { pk: 'COURSE#{courseId}', sk: 'COURSE', question: 'What is this course, who teaches it, in which term?' },
  courseMaterial: {
    pk: 'COURSE#{courseId}',
    sk: 'MATERIAL#{entryId}',
    question: 'What is on the list of this course: copies on reserve, records, links?',
  },
  courseTerm: {
    pk: 'COURSE-TERM#{head}',
    sk: '{term}#{courseId}#{patronId}',
    expires: true,
    question: 'Which running courses have a word that begins so, in code, title, department or an instructor’s name?',
  },
  schoolScheme: {
    pk: 'MEMBER#{memberId}',
    sk: 'SCHOOL',
    question: 'How does this school count its grades, and what becomes of those who leave?',
  },
  schoolClass: {
    pk: 'SCHOOL#{memberId}',
    sk: 'CLASS#{classId}',
    question: 'Which classes has this school, and who teaches them?',
  },
  pupilNumber: {
    pk: 'SCHOOL#{memberId}',
    sk: 'NUMBER#{localId}',
    question: 'Whom does the school’s register know by this number? Claimed once',
  },
  pupil: {
    pk: 'PATRON#{patronId}',
    sk: 'PUPIL',
    gsi2: { pk: 'CLASS#{memberId}#{classId}', sk: '{nameKey}#{patronId}' },
    question: 'Is this patron a pupil, in which grade and class? gsi2: a class by name (sparse)',
  },
  classTeacher: {
    pk: 'PATRON#{patronId}',
    sk: 'TEACHES#{memberId}#{classId}',
    question: 'Which classes does this patron teach?',
  },
  schoolYear: {
    pk: 'SCHOOL#{memberId}',
    sk: 'YEAR#{year}',
    gsi2: { pk: 'YEARS-DUE', sk: '{on}#{memberId}#{year}' },
    question: 'When does this school year begin, how far is it? gsi2: the years to be begun or taken back (sparse)',
  },
});

export const { key, gsi1, gsi2, gsi3, gsi4, sortPrefix, indexPartition } = keys;
