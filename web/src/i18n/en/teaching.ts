/** Courses and their reserves. */
export const teaching = {
  'course.title': 'Course reserves',
  'course.meaning':
    'What instructors had put aside for their courses: find a course by its code, its title or who teaches it.',
  'course.words': 'Code, title or instructor',
  'course.found': '{count, plural, =0 {No course found} one {# course} other {# courses}}',
  'course.more': 'There may be others: type more of what you look for.',
  'course.none': 'No running course answers to these words.',
  'course.none-hint': 'Try the code without its number, or only the family name of who teaches it.',
  'course.sections': 'Sections {sections}',
  'course.list': 'On the list of this course',
  'course.empty': 'Nothing is on the list yet.',
  'course.ended': 'The term of this course is over: what it had on reserve went back.',
  'course.link': 'Online',
  'course.record': 'In the catalogue',
  'course.personal': 'Instructor’s own copy',
  'course.awaited': 'Not in the reserve yet',
  'problem.unknown-course': 'There is no such course, or it is there no more.',
};
