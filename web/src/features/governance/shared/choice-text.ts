import type { Translate } from '../../../i18n/translate.ts';
import type { Choice, Method } from './voting.ts';

/** Returns the name of an option of a ballot. */
export const optionName = (method: Method | undefined, optionId: string): string =>
  (method && 'options' in method && method.options.find((one) => one.optionId === optionId)?.name) || optionId;

/** Returns a vote in words: yes, an answer in a round of consent, or the names of options. */
export const choiceText = (t: Translate, method: Method | undefined, choice: Choice): string => {
  if (typeof choice === 'string') return t(`choice.${choice}`);
  if ('answer' in choice) return t(`consent.${choice.answer}`);
  const named = ('approves' in choice ? choice.approves : choice.ranking).map((one) => optionName(method, one));
  if (named.length === 0) return t('choice.abstain');
  return 'approves' in choice ? named.join(', ') : named.map((name, place) => `${place + 1}. ${name}`).join(', ');
};
