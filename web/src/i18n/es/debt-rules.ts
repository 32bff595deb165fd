import type { debtRules as english } from '../en/debt-rules.ts';

/** La página de las reglas de las deudas. */
export const debtRules: Record<keyof typeof english, string> = {
  'debt-rules.title': 'Reglas de las deudas',
  'debt-rules.none-adopted': 'Todavía no se han aprobado límites.',
  'debt-rules.accrued': 'Multas de préstamos vencidos hasta ahora',
  'debt-rules.accrued-meaning':
    'La multa de un préstamo vencido se cobra al devolver o renovar el ejemplar. Hasta entonces puede contar en lo que debe el lector.',
  'debt-rules.count': 'Cuentan en el límite de deudas',
  'debt-rules.ignore': 'No cuentan antes de cobrarse',
  'debt-rules.adopt-meaning': 'Las reglas valen para todas las bibliotecas. Los límites mismos no cambian.',
};
