import type { homeContent as english } from '../en/home-content.ts';

/** Titres recommandés par le personnel, animations des sites et titres les plus demandés. */
export const homeContent: Record<keyof typeof english, string> = {
  'problem.event-over': 'Une animation est déjà passée : corrigez sa date ou retirez-la.',
  'content.picks': 'Coups de cœur',
  'content.events': 'Animations',
  'content.requested': 'Les plus demandés',
  'content.waiting': '{count, plural, one {# réservation en attente} other {# réservations en attente}}',
  'content.from-until': '{from} – {until}',
  'content.title': 'Coups de cœur et animations',
  'content.meaning':
    'Ce que tous voient de votre bibliothèque sur la page d’accueil et sur les pages de ses sites. Une animation disparaît des pages lorsqu’elle est passée.',
  'content.library': 'Bibliothèque',
  'content.not-yours':
    'Les catalogueurs, les responsables de guichet et les administrateurs d’une bibliothèque entière choisissent ses coups de cœur et ses animations.',
  'content.no-picks':
    'Aucun titre n’est encore recommandé. Ouvrez une notice et choisissez « Recommander ce titre sur la page d’accueil ».',
  'content.sentence': 'Pourquoi vous recommandez {title}, en une phrase',
  'content.first': 'Placer {title} en premier',
  'content.to-front': 'Placer en premier',
  'content.remove': 'Retirer',
  'content.remove-one': 'Retirer {title}',
  'content.full': 'Une bibliothèque recommande au plus 12 titres : retirez-en un pour en recommander un autre.',
  'content.no-events': 'Aucune animation n’est annoncée.',
  'content.event': 'Animation {number}',
  'content.event-title': 'Titre',
  'content.branch': 'Site',
  'content.day': 'Jour',
  'content.from': 'Début',
  'content.until': 'Fin (facultatif)',
  'content.place': 'Salle ou lieu (facultatif)',
  'content.url': 'Lien (facultatif)',
  'content.add-event': 'Ajouter une animation',
  'content.childrens-page': 'Proposer la page pour les enfants',
  'content.childrens-page-meaning':
    'Un lien sur la page d’accueil ouvre une recherche simple avec de grandes couvertures, qui ne montre que des titres pour les enfants.',
  'content.save': 'Enregistrer les coups de cœur et les animations',
  'content.saved': 'Les coups de cœur et les animations sont enregistrés.',
  'content.leave': 'Des modifications ne sont pas enregistrées. Quitter la page ?',
};
