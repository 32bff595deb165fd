/** El bloqueo de una página cuya sesión terminó. */
export const sessionLock = {
  'session-lock.title': 'Su sesión ha terminado',
  'session-lock.meaning':
    'Lo que escribió sigue aquí. Identifíquese de nuevo y esta página continuará donde estaba. Para otra persona empieza de nuevo.',
  'session-lock.open': 'Identificarse en otra pestaña',
  'session-lock.leave': 'Salir de esta página y descartar lo escrito',
} as const;
