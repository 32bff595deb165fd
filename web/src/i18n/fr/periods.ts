import type { periods as english } from '../en/periods.ts';

/** Ce que la page publique des décisions peut refuser. */
export const periods: Partial<Record<keyof typeof english, string>> = {
  'problem.wrong-state': 'Cette étape n’est pas possible dans l’état actuel. Rechargez la page.',
};
