/** Where the copies of a record are now, in Spanish. */
export const whereNow = {
  'where-now.in': 'En el estante de {name}',
  'where-now.all-out': 'Todos los ejemplares están prestados',
  'where-now.sent': 'Pida que lo envíen a su sede o recójalo allí.',
  'where-now.queue': 'Haga una reserva: será suyo cuando vuelva un ejemplar.',
  'where-now.copies': '{in, number} de {count, number} en el estante',
} as const;
