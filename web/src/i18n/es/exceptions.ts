/** La página de excepciones, y las excepciones en las páginas de las reglas. */
export const exceptions = {
  'exceptions.title': 'Excepciones de bibliotecas',
  'exceptions.none': 'No se concedieron excepciones: las reglas del consorcio valen para todas las bibliotecas.',
  'exceptions.meaning':
    'Una excepción fija un valor para una biblioteca en lugar de las reglas, los mínimos y los máximos del consorcio. Termina sola después de su último día; los préstamos hechos hasta entonces quedan como están.',
  'exceptions.list': 'Excepciones',
  'exceptions.hint': 'Una biblioteca pide sus propias excepciones proponiéndolas a los miembros.',
  'exceptions.library': 'Biblioteca',
  'exceptions.value': 'Valor',
  'exceptions.limit': 'Límite de lectores: {value}',
  'exceptions.amount': 'Se fija en',
  'exceptions.category': 'Categoría de lector',
  'exceptions.every': 'todos',
  'exceptions.until': 'Último día',
  'exceptions.until-hint': 'Por ejemplo 2027-06-30',
  'exceptions.ended': '{day} (terminó)',
  'exceptions.reason': 'Motivo',
  'exceptions.decided': 'Decidida por: {body}',
  'exceptions.by-vote': 'por votación de los miembros',
  'exceptions.item': '{day}, punto {number}: {title}',
  'exceptions.sets': '{value}: {amount} hasta el {day}.',
  'exceptions.decision': 'Decisión: {decision}',
  'exceptions.all': 'Todas las excepciones',
  'problem.not-granted':
    'Según los estatutos, un órgano concede las excepciones. Elija su decisión para cada una nueva.',
};
