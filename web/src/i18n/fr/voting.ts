import type { voting as english } from '../en/voting.ts';

/** Les réponses d’un vote. */
export const voting: Partial<Record<keyof typeof english, string>> = {
  'choice.yes': 'Oui',
  'choice.no': 'Non',
  'choice.abstain': 'Abstention',
};
