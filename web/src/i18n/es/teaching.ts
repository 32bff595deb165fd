/** Lo que se enseña: cursos y lo que está en reserva para ellos. */
export const teaching = {
  'course.title': 'Reservas de cursos',
  'course.meaning':
    'Lo que el profesorado ha apartado para sus cursos: busque un curso por su código, su título o quien lo imparte.',
  'course.words': 'Código, título o docente',
  'course.found': '{count, plural, =0 {Ningún curso} one {# curso} other {# cursos}}',
  'course.more': 'Puede haber otros: escriba algo más de lo que busca.',
  'course.none': 'Ningún curso en marcha responde a estas palabras.',
  'course.none-hint': 'Pruebe el código sin su número, o solo el apellido de quien lo imparte.',
  'course.sections': 'Secciones {sections}',
  'course.list': 'En la lista de este curso',
  'course.empty': 'Todavía no hay nada en la lista.',
  'course.ended': 'El trimestre de este curso ha terminado: lo que tenía en reserva volvió a su sitio.',
  'course.link': 'En línea',
  'course.record': 'En el catálogo',
  'course.personal': 'Ejemplar propio del docente',
  'course.awaited': 'Aún no está en la reserva',
  'problem.unknown-course': 'No existe ese curso, o ya no está.',
};
