import type { holdRules as english } from '../en/hold-rules.ts';

/** La página de las reglas de las reservas. */
export const holdRules: Record<keyof typeof english, string> = {
  'hold-rules.title': 'Reglas de las reservas',
  'hold-rules.none-adopted': 'Por ahora no se ha aprobado nada. Un préstamo mientras otros esperan: {rule}.',
  'hold-rules.others-wait': 'Préstamo mientras otros esperan',
  'hold-rules.others-wait-meaning':
    'Un lector quiere llevarse un ejemplar que podría atender la reserva de otro, porque está en su estante o de vuelta a su biblioteca.',
  'hold-rules.refuse': 'Se rechaza',
  'hold-rules.ask': 'Se rechaza, salvo que un supervisor lo autorice con un motivo',
  'hold-rules.ignore': 'Se permite',
  'hold-rules.adopt-meaning': 'Las reglas valen para todas las bibliotecas.',
  'hold-rules.duplicates': 'Reservas de un lector para un título',
  'hold-rules.duplicates-hint': 'Junto con lo que tiene prestado de él',
  'hold-rules.overdue': 'Préstamos vencidos que impiden nuevas reservas',
  'hold-rules.suspended': 'Suspensión más larga, en días',
  'hold-rules.local-warn': 'Avisar si hay un ejemplar en el estante donde se recogería',
  'hold-rules.local-refuse': 'Rechazar la reserva si hay un ejemplar en el estante donde se recogería',
  'hold-rules.restored-last': 'Una reserva anulada que se restablece pasa al final',
  'hold-rules.stop.hold': 'Bloqueos que impiden nuevas reservas',
  'hold-rules.stop.capture': 'Bloqueos que impiden apartar un ejemplar',
  'hold-rules.stop.fulfil': 'Bloqueos que impiden recoger',
  'hold-rules.stop-all': 'todos los bloqueos',
  'hold-rules.stop-none': 'ningún bloqueo',
  'hold-rules.stop-some': 'algunos bloqueos',
};
