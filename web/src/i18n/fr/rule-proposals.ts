import type { ruleProposals as english } from '../en/rule-proposals.ts';

/** Ce que la page publique des décisions peut refuser. */
export const ruleProposals: Partial<Record<keyof typeof english, string>> = {
  'problem.unknown-proposal': 'Il n’y a pas de telle proposition à décider.',
};
