/** The page of shared desks. */
export const sharedDesks = {
  'shared-desks.title': 'Mostradores compartidos',
  'shared-desks.meaning':
    'Ordenadores de una sede en los que el personal se turna con credencial o código. Lo que se hace allí se guarda con la persona y el mostrador.',
  'shared-desks.library': 'Biblioteca',
  'shared-desks.not-yours': 'Los administradores de una biblioteca cuidan de sus mostradores compartidos.',
  'shared-desks.none': 'Ningún ordenador de esta biblioteca es un mostrador compartido.',
  'shared-desks.name': 'Nombre',
  'shared-desks.name-meaning': 'Dónde está, por ejemplo «Mostrador de préstamo, izquierda».',
  'shared-desks.branch': 'Sede',
  'shared-desks.lock': 'Se bloquea tras',
  'shared-desks.minutes': '{count, plural, one {# minuto} other {# minutos}}',
  'shared-desks.enrolled': 'Dado de alta',
  'shared-desks.used': 'Último uso',
  'shared-desks.never': 'todavía no',
  'shared-desks.state': 'Estado',
  'shared-desks.here': 'este ordenador',
  'shared-desks.this-device': 'Este ordenador',
  'shared-desks.is-desk':
    'Este ordenador es el mostrador compartido «{name}». Se bloquea tras {minutes} minutos sin uso, y enseguida con F9.',
  'shared-desks.enrol-meaning':
    'Dé de alta el ordenador que está usando. Recibe una clave que no se puede copiar de este navegador; al borrar los datos del navegador se pierde.',
  'shared-desks.enrol': 'Dar de alta este ordenador',
  'shared-desks.withdraw': 'Retirar',
  'shared-desks.withdraw-one': 'Retirar: {name}',
  'shared-desks.withdraw-title': 'Retirar {name}',
  'shared-desks.withdraw-meaning':
    'Nadie más inicia sesión allí con credencial o código, y quien la tiene iniciada es rechazado en menos de un minuto. Se guarda en el registro de auditoría.',
  'shared-desks.withdrawn': 'retirado el {date}',
  'problem.bad-key': 'Este navegador no creó una clave adecuada. Use un navegador actual.',
  'problem.desk-unknown': 'Esta biblioteca no tiene ese mostrador.',
} as const;
