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
  'hold-rules.adopt-meaning':
    'Las reglas valen para todas las bibliotecas. Las demás reglas de las reservas no cambian.',
};
