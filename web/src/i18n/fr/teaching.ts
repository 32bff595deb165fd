import type { teaching as english } from '../en/teaching.ts';

/** Les cours et leurs réserves de documents. */
export const teaching: Record<keyof typeof english, string> = {
  'course.title': 'Réserves de cours',
  'course.meaning':
    'Ce que les enseignants ont fait mettre de côté pour leurs cours : trouvez un cours par son code, son titre ou son enseignant.',
  'course.words': 'Code, titre ou enseignant',
  'course.found': '{count, plural, =0 {Aucun cours trouvé} one {# cours trouvé} other {# cours trouvés}}',
  'course.more': 'Il y en a peut-être d’autres : précisez ce que vous cherchez.',
  'course.none': 'Aucun cours actuel ne correspond à ces mots.',
  'course.none-hint': 'Essayez le code sans son numéro, ou seulement le nom de famille de l’enseignant.',
  'course.sections': 'Groupes {sections}',
  'course.list': 'Dans la liste de ce cours',
  'course.empty': 'La liste est encore vide.',
  'course.ended': 'La période de ce cours est terminée : ses documents en réserve ont été rendus.',
  'course.link': 'En ligne',
  'course.record': 'Dans le catalogue',
  'course.personal': 'Exemplaire personnel de l’enseignant',
  'course.awaited': 'Pas encore dans la réserve',
  'problem.unknown-course': 'Ce cours n’existe pas, ou n’existe plus.',
};
