import { channels } from '../../../layers/kernel/notices/notice-kinds.ts';
import type { NoticesDeps } from '../deps.ts';
import { builtInLanguages } from '../domain/built-in/texts.ts';
import { chooseText, languagesFor } from '../domain/choose-text.ts';
import { allowedIn, templateNames } from '../domain/template.ts';

/** Lists every text that an owner's patrons read in a language, each with its origin, and the languages that exist. */
export const listTexts = async (deps: NoticesDeps, owner: string, language: string) => {
  const [own, all] = await Promise.all([deps.texts.list(owner), deps.texts.list('consortium')]);
  const set = owner === 'consortium' ? all : [...own, ...all];
  const texts = templateNames.flatMap((template) =>
    channels.map((channel) => {
      const wanted = { template, channel };
      const {
        from,
        content,
        language: found,
      } = chooseText(set, [owner, 'consortium'], languagesFor(language, 'eng'), wanted);
      const mine = set.find(
        (one) =>
          one.owner === owner &&
          from === owner &&
          one.language === found &&
          one.template === template &&
          one.channel === channel,
      );
      const placeholders = [...allowedIn(template)];
      return { ...wanted, ...content, from, language: found, placeholders, ...(mine && { version: mine.version }) };
    }),
  );
  return { texts, languages: [...new Set([...builtInLanguages, ...set.map((one) => one.language)])].toSorted() };
};
