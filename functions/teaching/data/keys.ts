import { keysOf } from '../../../layers/platform/dynamodb/keys.ts';

/** The entities of teaching in the one table: their keys and access patterns. */
export const keys = keysOf({
  term: {
    pk: 'MEMBER#{memberId}',
    sk: 'TERM#{termId}',
    gsi2: { pk: 'TERMS-OPEN', sk: '{endsOn}#{memberId}#{termId}' },
    personal: 'none',
    retention: { period: 'permanent: courses refer to it', ends: [] },
    question: 'From when to when is this term? gsi2: the terms that are not closed, by their last day (sparse)',
  },
  courseOfTerm: {
    pk: 'TERM#{memberId}#{termId}',
    sk: '{code}',
    personal: 'none',
    retention: { period: 'permanent, with its term', ends: [] },
    question: 'Which courses does this term have, and which has this code? Claimed once in a term',
  },
  course: {
    pk: 'COURSE#{courseId}',
    sk: 'COURSE',
    personal: {
      patron: 'To show the instructor of a course, if a patron',
      outsider: 'To show the instructor of a course, if only a name is known',
    },
    retention: { period: 'permanent, a patron’s id until erased', ends: ['erasure'] },
    question: 'What is this course, who teaches it, in which term?',
  },
  courseMaterial: {
    pk: 'COURSE#{courseId}',
    sk: 'MATERIAL#{entryId}',
    personal: 'none',
    retention: { period: 'until it is removed from the list; of an ended course permanent', ends: ['code'] },
    question: 'What is on the list of this course: copies on reserve, records, links?',
  },
  courseTerm: {
    pk: 'COURSE-TERM#{head}',
    sk: '{term}#{courseId}#{patronId}',
    personal: { patron: 'To find a course by its instructor' },
    retention: {
      period: 'until the term ends, 400 days after its last day at the latest',
      ends: ['code', 'ttl', 'erasure'],
    },
    question: 'Which running courses match this prefix in code, title, department or an instructor’s name?',
  },
  schoolScheme: {
    pk: 'MEMBER#{memberId}',
    sk: 'SCHOOL',
    personal: 'none',
    retention: { period: 'until the school replaces it', ends: [] },
    question: 'Which grades does this school have, and what happens to the cards of leavers?',
  },
  schoolClass: {
    pk: 'SCHOOL#{memberId}',
    sk: 'CLASS#{classId}',
    gsi1: { pk: 'CLASSES-WITHOUT-TEACHER#{memberId}', sk: '{classId}' },
    personal: { patron: 'To know the teachers of a class' },
    retention: { period: 'permanent, a teacher until removed', ends: ['code', 'erasure'] },
    question: 'Which classes does this school have, and who teaches them? gsi1: those without a teacher (sparse)',
  },
  pupilNumber: {
    pk: 'SCHOOL#{memberId}',
    sk: 'NUMBER#{localId}',
    personal: { patron: 'To identify a pupil by the number in the school’s register' },
    retention: { period: 'as long as the pupil', ends: ['erasure'] },
    question: 'Which patron has this number in the school’s register? Claimed once',
  },
  pupil: {
    pk: 'PATRON#{patronId}',
    sk: 'PUPIL',
    gsi2: { pk: 'CLASS#{memberId}#{classId}', sk: '{nameKey}#{patronId}' },
    personal: { patron: 'To know the grade and class of a pupil' },
    retention: { period: 'as long as the patron', ends: ['erasure'] },
    question: 'Is this patron a pupil, in which grade and class? gsi2: a class by name (sparse)',
  },
  classTeacher: {
    pk: 'PATRON#{patronId}',
    sk: 'TEACHES#{memberId}#{classId}',
    personal: { patron: 'To know the classes that a teacher may see' },
    retention: { period: 'until the teacher is removed', ends: ['code', 'erasure'] },
    question: 'Which classes does this patron teach?',
  },
  schoolYear: {
    pk: 'SCHOOL#{memberId}',
    sk: 'YEAR#{year}',
    gsi2: { pk: 'YEARS-DUE', sk: '{on}#{memberId}#{year}' },
    personal: { staff: 'Who planned the year' },
    retention: { period: 'permanent: the history of the school', ends: [] },
    question:
      'When does this school year begin, and what is its progress? gsi2: the years to begin or to undo (sparse)',
  },
});

export const { key, gsi1, gsi2, gsi3, gsi4, sortPrefix, indexPartition } = keys;
