/** Las listas de lo vencido, lo perdido y los carnés que caducan. */
export const late = {
  'late.title': 'Vencidos y perdidos',
  'late.meaning':
    'Lo que se prestó aquí y lo nuestro prestado en otra parte. Mire antes en el estante: lo que se escanea sale de la lista.',
  'late.which': 'Qué lista',
  'late.overdue': 'Vencidos',
  'late.lost': 'Perdidos',
  'late.cards': 'Carnés que caducan',
  'late.of': 'De',
  'late.branch': 'Esta sucursal',
  'late.member': 'Toda la biblioteca',
  'late.overdue-count':
    '{count, plural, =0 {No hay nada vencido} one {# préstamo vencido} other {# préstamos vencidos}}, a las {time}',
  'late.lost-count':
    '{count, plural, =0 {No hay nada perdido} one {# préstamo perdido} other {# préstamos perdidos}}, a las {time}',
  'late.cards-count':
    '{count, plural, =0 {Ningún carné caduca} one {# carné caduca} other {# carnés caducan}} en 30 días, a las {time}',
  'late.what': 'Título',
  'late.barcode': 'Código',
  'late.home': 'Pertenece a',
  'late.patron': 'Lector',
  'late.of-elsewhere': 'Lector de {member}',
  'late.due': 'Vencía',
  'late.days': '{count, plural, =0 {vence hoy} one {# día} other {# días}}',
  'late.since': 'Perdido desde',
  'late.charged': 'Cargo',
  'late.card': 'Carné',
  'late.category': 'Categoría',
  'late.ends': 'Último día',
} as const;
