/** The pages of limits and of fees. */
export const limits = {
  'limits.title': 'Límites y bloqueos',
  'limits.none-adopted': 'Aún no se han adoptado límites.',
  'limits.max-loans': 'Préstamos a la vez',
  'limits.max-holds': 'Reservas a la vez',
  'limits.owed': 'Deuda que bloquea',
  'limits.owed-hint': 'Quien debe más no puede tomar prestado.',
  'limits.dependants-owed': 'Deuda de menores que bloquea a su responsable',
  'limits.max-overdue': 'Préstamos vencidos que bloquean',
  'limits.offline-days': 'Días hacia atrás del trabajo sin red',
  'limits.offline-days-hint': 'De 0 a 14. Vacío: 3 días',
  'limits.groups': 'Préstamos a la vez por grupo',
  'limits.group': 'Préstamos a la vez: {group}',
  'limits.never-overridden': 'Bloqueos que ningún supervisor omite',
  'limits.none-never': 'ninguno',
  'limits.none': 'sin límite',
  'limits.always':
    'Un supervisor puede prestar más allá de un límite con un motivo, salvo donde un bloqueo nunca se levanta.',
  'limits.adopt-meaning':
    'Los límites rigen en todas las bibliotecas. Si las multas acumuladas cuentan como deuda no cambia.',
  'fees.title': 'Cargos',
  'fees.fees': 'Cargos de los mostradores',
  'fees.waive': 'Un mostrador condona hasta',
  'fees.refund': 'Un mostrador reembolsa hasta',
  'fees.none-adopted': 'Aún no se han adoptado cargos.',
  'fees.adopt-meaning':
    'Los cargos rigen en todos los mostradores. Lo que estos pueden condonar y reembolsar no cambia.',
  'fees.fee.card-replacement': 'Sustitución de un carné',
  'fees.fee.lost-processing': 'Tramitación de una pérdida',
  'fees.fee.damaged-item': 'Ejemplar dañado',
  'policy.empty-no-limit': 'Vacío: sin límite',
};
