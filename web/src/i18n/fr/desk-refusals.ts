import type { deskRefusals as english } from '../en/desk-refusals.ts';

/** Les refus que le compte d’un usager peut présenter. */
export const deskRefusals: Partial<Record<keyof typeof english, string>> = {
  'problem.staff-only': 'Seul le personnel antidate une opération ou indique l’issue d’une réclamation.',
  'problem.newer-status': 'L’exemplaire a été scanné après, le {at} : l’état le plus récent s’applique.',
  'problem.outside-offline-days': 'C’est plus ancien que ce que le consortium permet aux guichets de saisir.',
  'problem.currencies-differ': 'Les frais d’un même paiement doivent être dans une seule monnaie.',
  'problem.not-your-item':
    'Votre bibliothèque n’en est pas propriétaire et n’intervient ni là où il se trouve ni là où il va.',
  'problem.no-report': 'Il n’y a pas de rapport pour ce mois.',
  'problem.until-past': 'Le dernier jour du blocage est passé.',
  'problem.not-home': 'Seule la bibliothèque de rattachement de l’usager peut le faire.',
};
