import type { monthsChoice as english } from '../en/months-choice.ts';

export const monthsChoice: Record<keyof typeof english, string> = {
  'months-choice.from': 'Desde',
  'months-choice.to': 'Hasta',
  'months-choice.library': 'Biblioteca',
  'months-choice.all': 'Todas las bibliotecas',
};
