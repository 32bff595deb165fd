import type { classes as english } from '../en/classes.ts';

/** Ce que la page des classes d’un enseignant peut refuser. */
export const classes: Partial<Record<keyof typeof english, string>> = {
  'problem.unknown-class': 'L’établissement n’a pas cette classe.',
};
