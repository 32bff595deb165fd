import type { loans as english } from '../en/loans.ts';

/** Demander un document pour un usager. */
export const loans: Partial<Record<keyof typeof english, string>> = {
  'cite.for-patron': 'Demander pour un usager',
  'cite.card': 'Carte de l’usager',
  'cite.not-here':
    'Le personnel du guichet et du prêt entre bibliothèques fait les demandes pour les usagers. Pour vous-même, connectez-vous avec votre carte.',
};
