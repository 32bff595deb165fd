import type { Channel } from '../../../layers/kernel/notices/notice-kinds.ts';
import { builtInText } from './built-in/texts.ts';
import type { TemplateName, TemplateText } from './template.ts';

/** Whose own texts are looked at, the first first: the home member's, then the consortium's. */
export type Owners = readonly string[];

/** A text that somebody set: whose it is, which, and the words. */
export type SetText = { owner: string; template: TemplateName; channel: Channel; language: string } & TemplateText;

/** The text that is used, in which language, and whose it is (`built-in` where it came with the house). */
export type ChosenText = { language: string; from: string; words: TemplateText };

/** The languages to look in, the first first: the patron's, the member's, English. */
export const languagesFor = (patron: string | undefined, member: string): string[] => [
  ...new Set([...(patron === undefined ? [] : [patron]), member, 'eng']),
];

/**
 * The text to use: for each language in turn the member's own, the consortium's, the one that comes with the house. So a
 * patron's language counts for more than whose words they are. English is built in for every kind: there is always one.
 */
export const chooseText = (
  set: readonly SetText[],
  owners: Owners,
  languages: readonly string[],
  wanted: { template: TemplateName; channel: Channel },
): ChosenText => {
  const { template, channel } = wanted;
  for (const language of languages) {
    for (const owner of owners) {
      const own = set.find(
        (one) =>
          one.owner === owner && one.language === language && one.template === template && one.channel === channel,
      );
      if (own) return { language, from: owner, words: { subject: own.subject, text: own.text } };
    }
    const house = builtInText({ template, channel, language });
    if (house) return { language, from: 'built-in', words: house };
  }
  throw new Error(`There is no text for ${template} in ${languages.join(', ')}: English is always asked.`);
};
