import type { reading as english } from '../en/reading.ts';

/** El historial de lectura en la cuenta del lector. */
export const reading: Record<keyof typeof english, string> = {
  'reading.on':
    'Su historial de lectura está activado: los ejemplares figuran aquí una vez devueltos. Solo usted ve la lista. Al desactivarlo se borra.',
  'reading.off':
    'Su historial de lectura está desactivado: lo que tomó prestado se olvida al devolverlo, salvo que haya una tasa pendiente o el consorcio guarde los préstamos por un tiempo.',
  'reading.turn-on': 'Activar el historial',
  'reading.turn-off': 'Desactivar el historial',
  'reading.off-sure': 'La lista se borra y no se puede recuperar.',
  'reading.off-yes': 'Desactivar y borrar',
  'reading.turned-on': 'El historial de lectura está activado, para los ejemplares que devuelva desde ahora.',
  'reading.turned-off': 'El historial de lectura está desactivado, y se ha borrado lo que puede borrarse.',
  'reading.none': 'No figura ningún préstamo.',
  'reading.kept':
    'Estos préstamos siguen guardados: tienen una tasa pendiente, o el consorcio guarda los préstamos por un tiempo.',
  'reading.loan': '{branch}, prestado el {from}, devuelto el {to}',
  'reading.until': 'se borra el {date}',
  'reading.untitled': 'Un ejemplar que ya no está en el catálogo',
  'reading.more': 'Mostrar préstamos anteriores',
};
