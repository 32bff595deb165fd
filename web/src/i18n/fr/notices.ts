import type { notices as english } from '../en/notices.ts';

/** Le texte commun des avis. */
export const notices: Partial<Record<keyof typeof english, string>> = {
  'notice-kind.frame': 'Formules d’ouverture et de clôture',
};
