import { noticeSettingsOf } from '../../../layers/records/policies/domain/notices.ts';
import type { NoticesDeps } from '../deps.ts';
import { builtInLanguages } from '../domain/built-in/texts.ts';
import { CONSORTIUM } from '../domain/choose-text.ts';

/** Returns the language in which an owner's patrons read what has no text in their own, by the policy in force at `now` (epoch ms). */
export const fallbackLanguage = async (
  { policyAt }: Pick<NoticesDeps, 'policyAt'>,
  owner: string,
  now: number,
): Promise<string> => {
  const policy = await policyAt(now);
  return owner === CONSORTIUM ? policy.defaults.language : noticeSettingsOf(policy, owner).language;
};

/** Returns the languages in which there are texts: the built-in ones, and those of some texts that owners set. */
export const languagesOf = (set: readonly { language: string }[]): string[] =>
  [...new Set([...builtInLanguages, ...set.map(({ language }) => language)])].toSorted();
