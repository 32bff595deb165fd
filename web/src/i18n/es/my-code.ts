/** The code and badge of staff for shared desks. */
export const myCode = {
  'my-code.title': 'Mi código y mi credencial',
  'my-code.meaning':
    'Con ellos inicia sesión en los mostradores compartidos de su biblioteca en dos segundos. El dinero por encima de un límite, las listas de muchos usuarios, las reglas y la administración siguen pidiendo la sesión completa.',
  'my-code.not-yours': 'El personal de una biblioteca elige aquí su código y su credencial.',
  'my-code.of': 'Código y credencial de {name}',
  'my-code.hand-over':
    'Puede quitar ambos; solo esa persona crea un código nuevo y registra una credencial, tras el inicio de sesión completo.',
  'my-code.code': 'Código',
  'my-code.badge': 'Credencial',
  'my-code.none': 'ninguno',
  'my-code.since': 'desde el {date}',
  'my-code.new': 'El código nuevo. Se muestra solo esta vez.',
  'my-code.make': 'Crear un código nuevo',
  'my-code.remove': 'Quitar',
  'my-code.remove-code': 'Quitar el código',
  'my-code.remove-badge': 'Quitar la credencial',
  'my-code.scan': 'Leer una credencial',
  'my-code.scan-meaning':
    'El código de barras de una tarjeta de personal, de 6 a 64 caracteres y no seis cifras. Quien tenga la credencial puede usarla: avise si la pierde.',
  'my-code.set-badge': 'Usar esta credencial',
  'problem.only-the-person':
    'Solo la propia persona crea un código y registra una credencial, tras el inicio de sesión completo. Puede quitar ambos.',
  'problem.badge-taken': 'Otra persona de esta biblioteca tiene esta credencial.',
} as const;
