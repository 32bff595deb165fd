import type { related as english } from '../en/related.ts';

/** Les titres proches d’une notice. */
export const related: Record<keyof typeof english, string> = {
  'related.editions': 'Autres éditions',
  'related.similar': 'Titres similaires',
  'related.shelf': 'À côté sur le rayon',
  'related.all-libraries': 'Toutes les bibliothèques, dans l’ordre des cotes',
  'related.covers': 'Couvertures :',
};
