/** The classes of a teacher. */
export const myClasses = {
  'my-classes.title': 'Mis clases',
  'my-classes.sign-in': 'Identifíquese para ver las clases que imparte.',
  'my-classes.no-class': 'No imparte ninguna clase aquí.',
  'my-classes.choose': 'Clase',
  'my-classes.class': 'Clase {class}',
  'my-classes.pupil': 'Alumno',
  'my-classes.due': 'Vence',
  'my-classes.none': 'nada en préstamo',
  'my-classes.not-shown': 'no se muestra al profesorado',
} as const;
