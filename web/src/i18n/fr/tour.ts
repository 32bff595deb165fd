import type { tour as english } from '../en/tour.ts';

/** La visite de la démonstration : dix pages, deux phrases chacune. */
export const tour: Record<keyof typeof english, string> = {
  'tour.name': 'Visite en dix pages',
  'tour.place': '{place} sur {of} :',
  'tour.next': 'Suivant',
  'tour.back': 'Précédent',
  'tour.leave': 'Quitter la visite',
  'tour.end': 'Terminer la visite',
  'tour.failed': 'Cette page n’a pas pu être ouverte. Réessayez.',
  'tour.ask': 'Une lectrice demande',
  'tour.refusal': 'Le guichet refuse, et dit pourquoi',
  'tour.rule': 'La règle appliquée',
  'tour.decided': 'Qui la décide',
  'tour.alone': 'Une personne, une page',
  'tour.courier': 'La navette',
  'tour.paid': 'Ce que nous avons payé',
  'tour.got': 'Ce que nous avons reçu',
  'tour.what-if': 'Et si nous partagions autrement',
  'tour.trust': 'Pourquoi s’y fier',
  'tour-text.ask':
    'Amara Okafor cherche Moby-Dick une fois et trouve les exemplaires des six bibliothèques, dans leur état actuel. Elle le demande ici, et Concord choisit l’exemplaire qui lui parvient le plus vite.',
  'tour-text.refusal':
    'Amina Diallo, au guichet de Riverton, scanne un numéro de périodique pour Amara, et Concord refuse. « Pourquoi ? » nomme la règle appliquée et ce qui devrait être différent.',
  'tour-text.rule':
    'Toutes les règles de prêt des six bibliothèques forment un seul tableau : qui prête quoi à qui, et quelle règle l’emporte. Le banc d’essai en dessous répond pour tout usager, tout exemplaire et tout jour.',
  'tour-text.decided':
    'Chaque bibliothèque propose, discute et vote, et ce qui est adopté devient la règle. Avant de voter pour Riverton, Judith Klein lit ce que la nouvelle règle aurait changé l’année dernière, dans chaque bibliothèque.',
  'tour-text.alone':
    'Patricia Lindqvist tient seule la bibliothèque scolaire de Northfield. Sa page présente ce qui l’attend aujourd’hui : le guichet, les réservations, les demandes d’autres bibliothèques et l’argent.',
  'tour-text.courier':
    'Walter Brandt prépare ce qui part avec la navette aujourd’hui, caisse par caisse. Un scan au départ d’une caisse et un autre à son arrivée justifient chaque livre qu’elle contient.',
  'tour-text.paid':
    'Rosa Delgado voit ce que l’utilisation par Riverton a coûté chaque mois, par service et jusqu’à chaque requête. Ce qui est facturé et ce qui est seulement affiché sont séparés.',
  'tour-text.got':
    'Ce que Riverton a emprunté aux autres et leur a prêté, et les notices qu’elle n’a pas eu à rédiger. Judith Klein saisit ses propres prix et imprime cette page pour son conseil.',
  'tour-text.what-if':
    'Kwame Boateng compare des formules de partage des coûts avant tout vote. Chacune indique à chaque bibliothèque sa cotisation, la différence, et un avertissement lorsqu’une bibliothèque plus grande paierait moins.',
  'tour-text.trust':
    'Ce qui est conservé sur les lecteurs et le personnel, pendant combien de temps et qui le voit, et ce que Concord ne peut pas encore faire. Les chiffres proviennent des derniers essais du logiciel.',
};
