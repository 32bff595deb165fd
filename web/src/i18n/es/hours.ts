/** Horarios, direcciones y cierres, que todos leen. */
export const hours = {
  'hours.title': 'Bibliotecas y horarios',
  'hours.of': 'Horario de {branch}',
  'hours.open-until': 'Abierta hasta las {time}',
  'hours.closed': 'Cerrada',
  'hours.opens': 'Cerrada. Abre {day} a las {time}',
  'hours.today': 'hoy',
  'hours.tomorrow': 'mañana',
  'hours.closures': 'Cierres',
  'hours.from-to': '{from} a {to}',
  'hours.from-time': '{days}, desde las {time}',
  'hours.map': 'Mapa',
  'hours.map-of': 'Mapa: {address}',
} as const;
