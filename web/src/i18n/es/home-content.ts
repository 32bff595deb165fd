/** Titles that staff recommend, events of branches, and the most requested titles. */
export const homeContent = {
  'problem.event-over': 'Una actividad ya ha terminado: corrija el día o quítela.',
  'content.picks': 'Recomendaciones del personal',
  'content.events': 'Actividades',
  'content.requested': 'Lo más solicitado',
  'content.waiting': '{count, plural, one {# reserva en espera} other {# reservas en espera}}',
  'content.from-until': '{from} – {until}',
  'content.title': 'Recomendaciones y actividades',
  'content.meaning':
    'Lo que todos ven de su biblioteca en la página de inicio y en las páginas de sus sucursales. Una actividad desaparece cuando termina.',
  'content.library': 'Biblioteca',
  'content.not-yours':
    'Los catalogadores, supervisores de mostrador y administradores de toda una biblioteca eligen sus recomendaciones y actividades.',
  'content.no-picks':
    'Todavía no se recomienda ningún título. Abra un registro y elija «Recomendar este título en la página de inicio».',
  'content.sentence': 'Por qué recomienda {title}, en una frase',
  'content.first': 'Poner {title} al principio',
  'content.to-front': 'Al principio',
  'content.remove': 'Quitar',
  'content.remove-one': 'Quitar {title}',
  'content.full': 'Una biblioteca recomienda hasta 12 títulos: quite uno para recomendar otro.',
  'content.no-events': 'No se anuncia ninguna actividad.',
  'content.event': 'Actividad {number}',
  'content.event-title': 'Título',
  'content.branch': 'Sucursal',
  'content.day': 'Día',
  'content.from': 'Empieza',
  'content.until': 'Termina (opcional)',
  'content.place': 'Sala o lugar (opcional)',
  'content.url': 'Enlace (opcional)',
  'content.add-event': 'Añadir una actividad',
  'content.childrens-page': 'Enlazar la página para niños',
  'content.childrens-page-meaning':
    'Un enlace en la página de inicio abre una búsqueda sencilla con portadas grandes, que muestra solo títulos para niños.',
  'content.save': 'Guardar recomendaciones y actividades',
  'content.saved': 'Las recomendaciones y actividades se han guardado.',
  'content.leave': 'Las recomendaciones y actividades tienen cambios sin guardar. ¿Salir de la página?',
} as const;
