import type { myClasses as english } from '../en/my-classes.ts';

/** Les classes d’un enseignant. */
export const myClasses: Record<keyof typeof english, string> = {
  'my-classes.title': 'Mes classes',
  'my-classes.sign-in': 'Connectez-vous pour voir les classes où vous enseignez.',
  'my-classes.no-class': 'Vous n’enseignez dans aucune classe ici.',
  'my-classes.choose': 'Classe',
  'my-classes.class': 'Classe {class}',
  'my-classes.pupil': 'Élève',
  'my-classes.due': 'À rendre',
  'my-classes.none': 'aucun prêt',
  'my-classes.not-shown': 'non montré aux enseignants',
};
