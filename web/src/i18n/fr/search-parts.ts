import type { searchParts as english } from '../en/search-parts.ts';

/** Les parties de la page de recherche qui suivent les résultats. */
export const searchParts: { [Key in keyof typeof english]: string } = {
  'search.meant': 'Vouliez-vous dire :',
  'search.none': 'Aucun résultat',
  'search.none-hint': 'Essayez moins de mots, une autre orthographe, ou tous les champs.',
  'search.none-filtered': 'Vos filtres sont peut-être trop étroits.',
  'within.choice': 'Fonds interrogés',
  'within.all': 'Toutes les bibliothèques',
  'within.public': 'Bibliothèques publiques',
  'within.academic': 'Bibliothèques universitaires',
  'within.school': 'Bibliothèques scolaires',
  'within.special': 'Bibliothèques spécialisées',
};
