/** Los textos de la página: encabezamientos que se muestran de otra forma. */
export const shownHeadings = {
  'shown-headings.title': 'Encabezamientos que se muestran de otra forma',
  'shown-headings.none-adopted':
    'No hay encabezamientos adoptados: las materias y los nombres se muestran como en los registros.',
  'shown-headings.adopt-meaning':
    'Los títulos muestran la forma preferida, y la búsqueda los encuentra por ambas formas. Los registros de las bibliotecas no cambian. Las páginas de los títulos se actualizan en un minuto; la búsqueda, cuando cambia un registro, y por completo tras reconstruir el índice.',
  'shown-headings.subjects': 'Encabezamientos de materia',
  'shown-headings.subjects-hint':
    'Un encabezamiento se sustituye entero y también como parte principal de otro con subdivisiones.',
  'shown-headings.names': 'Nombres de personas, entidades y congresos',
  'shown-headings.names-hint': 'Un nombre se sustituye entero, con sus fechas: Austen, Jane, 1775-1817.',
  'shown-headings.heading': 'En los registros',
  'shown-headings.shown': 'Se muestra como',
};
