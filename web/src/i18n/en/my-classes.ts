/** The classes of a teacher. */
export const myClasses = {
  'my-classes.title': 'My classes',
  'my-classes.sign-in': 'Sign in to see the classes that you teach.',
  'my-classes.no-class': 'You teach no class here.',
  'my-classes.choose': 'Class',
  'my-classes.class': 'Class {class}',
  'my-classes.pupil': 'Pupil',
  'my-classes.due': 'Due',
  'my-classes.none': 'nothing on loan',
  'my-classes.not-shown': 'not shown to teachers',
} as const;
