import type { browse as english } from '../en/browse.ts';

/** Les textes de ce fichier que voient les usagers et le public. */
export const browse: Record<keyof typeof english, string> = {
  'browse.title': 'Parcourir le catalogue',
  'browse.list': 'Index',
  'browse.from': 'Commencer à',
  'browse.whose': 'Bibliothèques',
  'browse.all': 'Toutes les bibliothèques',
  'browse.group': '{kind} : toutes ({count})',
  'browse.here': '« {query} » se place ici',
  'browse.see': 'Voir',
  'browse.see-also': 'Voir aussi',
  'browse.count': '{count, plural, one {# titre} other {# titres}}',
  'browse.earlier': 'Plus haut dans l’index',
  'browse.later': 'Plus bas dans l’index',
  'browse.pages': 'Pages de l’index',
  'browse.none': 'Cet index est vide',
  'browse.shown': '{count, plural, one {# vedette} other {# vedettes}}',
  'browse-list.author': 'Auteurs',
  'browse-list.title': 'Titres',
  'browse-list.subject': 'Sujets',
  'browse-list.lc': 'Cotes (Bibliothèque du Congrès)',
  'browse-list.dewey': 'Cotes (Dewey)',
  'browse-list.udc': 'Cotes (CDU)',
  'browse-list.other': 'Autres cotes',
  'do.open-list': 'Ouvrir l’index',
};
