import type { patronRefusals as english } from '../en/patron-refusals.ts';

/** Les raisons pour lesquelles une opération sur le dossier d’un usager est refusée. */
export const patronRefusals: Record<keyof typeof english, string> = {
  'problem.card-taken': 'Quelqu’un dans le consortium a ou a eu ce numéro de carte. Prenez une autre carte.',
  'problem.home-elsewhere': 'Le site de rattachement appartient à une autre bibliothèque. Choisissez l’un des vôtres.',
  'problem.guarantor-unknown': 'Ce responsable n’existe pas. Scannez de nouveau sa carte.',
  'problem.category-age':
    'La catégorie est prévue pour un autre âge. Vérifiez la date de naissance ou choisissez une autre catégorie.',
  'problem.expired-already': 'Le dernier jour de la carte est passé. Choisissez-en un plus tardif.',
  'problem.class-unknown': 'Le consortium n’a pas cette classe statistique.',
  'problem.same-patron': 'Il s’agit d’un seul et même usager.',
  'problem.card-needed': 'L’autre usager est d’une autre bibliothèque : scannez l’autre carte.',
  'problem.merged-elsewhere': 'L’autre dossier a déjà été fusionné avec un autre.',
  'problem.merge-undoing':
    'Une fusion précédente de l’autre dossier est en cours d’annulation. Réessayez dans une minute.',
  'problem.merge-unknown': 'Cette fusion a déjà été annulée.',
  'problem.undo-too-late': 'La fusion date de plus de 30 jours et ne peut plus être annulée.',
  'problem.merge-running':
    'La fusion n’est pas encore terminée. Elle peut être annulée une minute après ; cette page se met à jour toute seule.',
  'problem.answers-for': 'L’un des deux est responsable de l’autre : ce sont deux personnes.',
  'problem.card-not-due': 'Il est trop tôt pour renouveler cette carte.',
  'problem.owes-too-much': 'L’usager doit plus que ce que permet un renouvellement de la carte.',
  'problem.beyond-term': 'La date dépasse la durée prévue par la catégorie.',
  'problem.not-later': 'La carte est déjà valable au moins aussi longtemps.',
  'problem.same-card': 'L’usager a déjà cette carte. Scannez la nouvelle.',
  'problem.not-temporary': 'Cet usager a déjà une carte complète.',
  'problem.may-be-known':
    'Une personne semblable est inscrite. Fusionnez les deux dossiers, ou indiquez qu’il s’agit de deux personnes.',
  'problem.department-unknown': 'La bibliothèque n’a pas ce service, ou il est fermé.',
  'problem.no-proxy': 'Ce mandataire n’existe plus.',
  'problem.name-differs': 'Aucune carte à ce nom n’a été trouvée.',
};
