import type { children as english } from '../en/children.ts';

/** La page pour les enfants, et le lien qui y mène. */
export const children: Record<keyof typeof english, string> = {
  'children.title': 'Pour les enfants',
  'children.lead':
    'Livres et films pour les enfants dans les bibliothèques de {name}, avec de grandes couvertures et des thèmes.',
  'children.question': 'Que veux-tu lire ?',
  'children.find': 'Un mot, un nom ou un animal',
  'children.search': 'Chercher',
  'children.topics': 'Thèmes',
  'children.new': 'Nouveautés pour les enfants',
  'children.about': 'Sur « {text} »',
  'children.chosen': 'Sur ce thème',
  'children.count': '{count, plural, =0 {Rien trouvé} one {# titre} other {# titres}}',
  'children.none': 'Nous n’avons rien trouvé.',
  'children.none-hint': 'Essaie un autre mot ou choisis un thème.',
  'children.in': 'Tu peux l’emprunter maintenant',
  'children.out': 'Quelqu’un l’a emprunté',
  'children.more': 'Afficher plus',
  'children.leave': 'Tous les livres',
  'children.enter': 'De grandes couvertures, des thèmes, et seulement ce qui est pour les enfants',
};
