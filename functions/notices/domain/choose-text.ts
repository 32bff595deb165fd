import type { Channel } from '../../../layers/kernel/notices/notice-kinds.ts';
import { builtInText } from './built-in/texts.ts';
import type { TemplateName, TemplateText } from './template.ts';

/** The owner of the texts for all members. */
export const CONSORTIUM = 'consortium';

/** The owners whose texts are used, in order: the home member, then the consortium. */
export type Owners = readonly string[];

/** A text that an owner set. */
export type SetText = { owner: string; template: TemplateName; channel: Channel; language: string } & TemplateText;

/** The text that is used, its language and its origin: an owner, or `built-in`. */
export type ChosenText = { language: string; from: string; content: TemplateText };

/** Lists the languages to try, in order: the patron's, that of the policy for the home member, English, which has every text. */
export const languagesFor = (patron: string | undefined, member: string): string[] => [
  ...new Set([...(patron === undefined ? [] : [patron]), member, 'eng']),
];

/**
 * Selects the text to use: for each language in turn the member's own, the consortium's, the built-in one. So a patron's language takes
 * precedence over the owner. English is built in for every kind, so there is always a text.
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
      if (own) return { language, from: owner, content: { subject: own.subject, text: own.text } };
    }
    const builtIn = builtInText({ template, channel, language });
    if (builtIn) return { language, from: 'built-in', content: builtIn };
  }
  throw new Error(`There is no text for ${template} in ${languages.join(', ')}: English must be tried.`);
};
