import type { ballotMethods as english } from '../en/ballot-methods.ts';

/** Les résultats d’une décision que présente la page publique des décisions. */
export const ballotMethods: Partial<Record<keyof typeof english, string>> = {
  'decision-outcome.objected': 'Arrêtée par des objections',
  'decision-outcome.elected': 'Élu',
};
