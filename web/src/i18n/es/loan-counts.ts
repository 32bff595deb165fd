import type { loanCounts as english } from '../en/loan-counts.ts';

export const loanCounts: Record<keyof typeof english, string> = {
  'loan-counts.title': 'Préstamos por mes',
  'loan-counts.meaning':
    'Contados en el archivo según el día local de cada mostrador. «Préstamos iniciales» son los primeros préstamos de los ejemplares del consorcio, sin equipos; «Toda la circulación» incluye renovaciones y lo prestado de fuera. Nunca son una sola cifra.',
  'loan-counts.library': 'Biblioteca',
  'loan-counts.month': 'Mes',
  'loan-counts.checkouts': 'Préstamos iniciales',
  'loan-counts.circulation': 'Toda la circulación',
  'loan-counts.persons': 'Personas',
  'loan-counts.none': 'No hay préstamos en el archivo para estos meses.',
  'problem.months-wrong': 'Elija un primer mes que no sea posterior al último, y 36 meses como máximo.',
  'problem.narrow-the-period': 'Se lee demasiado a la vez. Elija menos meses.',
};
