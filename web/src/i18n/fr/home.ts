import type { home as english } from '../en/home.ts';

/** Ce que la page d’accueil présente sous la recherche. */
export const home: Record<keyof typeof english, string> = {
  'home.library': 'Votre bibliothèque',
  'home.library-meaning': 'Ses exemplaires sont présentés en premier. Vous pouvez n’en choisir aucune.',
  'home.no-library': 'Aucune bibliothèque choisie',
  'home.libraries': 'Les bibliothèques',
  'home.branches': '{count, plural, one {# site} other {# sites}}',
  'home.on-request': 'Prête aux autres sur demande',
  'home.my-loans':
    '{count, plural, =0 {Vous n’avez aucun prêt} one {Vous avez # titre en prêt} other {Vous avez # titres en prêt}}',
  'home.my-late': '{count} en retard',
  'home.my-due': '{count} à rendre aujourd’hui',
  'home.my-ready': '{count} à retirer',
  'home.new-at': 'Nouveautés : {name}',
  'home.new': 'Nouveautés de toutes les bibliothèques',
  'home.all-new': 'Toutes les nouveautés',
  'home.on-loan': 'En prêt',
  'home.today-at': 'Aujourd’hui : {name}',
};
