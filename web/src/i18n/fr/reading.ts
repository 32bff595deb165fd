import type { reading as english } from '../en/reading.ts';

/** L’historique de lecture d’un usager dans son compte. */
export const reading: Record<keyof typeof english, string> = {
  'reading.on':
    'Votre historique de lecture est activé : les documents y figurent une fois rendus. Vous seul voyez la liste. La désactivation la supprime.',
  'reading.off':
    'Votre historique de lecture est désactivé : ce que vous avez emprunté est oublié au retour, sauf si des frais sont dus ou si le consortium conserve les prêts quelque temps.',
  'reading.turn-on': 'Activer l’historique',
  'reading.turn-off': 'Désactiver l’historique',
  'reading.off-sure': 'La liste est supprimée et ne peut pas être rétablie.',
  'reading.off-yes': 'Désactiver et supprimer',
  'reading.turned-on': 'L’historique de lecture est activé, pour les documents que vous rendez à partir de maintenant.',
  'reading.turned-off': 'L’historique de lecture est désactivé, et ce qui peut être supprimé l’est.',
  'reading.none': 'Aucun prêt ne figure dans la liste.',
  'reading.kept':
    'Ces prêts sont encore conservés : des frais sont dus, ou le consortium conserve les prêts quelque temps.',
  'reading.loan': '{branch}, emprunté le {from}, rendu le {to}',
  'reading.until': 'supprimé le {date}',
  'reading.untitled': 'Un document qui n’est plus dans le catalogue',
  'reading.more': 'Afficher les prêts précédents',
};
