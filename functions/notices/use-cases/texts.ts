import { channels } from '../../../layers/kernel/notices/notice-kinds.ts';
import { builtInLanguages } from '../domain/built-in/texts.ts';
import { chooseText, languagesFor } from '../domain/choose-text.ts';
import { allowedIn, templateNames } from '../domain/template.ts';
import type { NoticesHouse } from './house.ts';

/** Every text that an owner's patrons of a language read, with whose it is; and the languages that there are. */
export const textsOf = async (house: NoticesHouse, owner: string, language: string) => {
  const [own, all] = await Promise.all([house.texts.list(owner), house.texts.list('consortium')]);
  const set = owner === 'consortium' ? all : [...own, ...all];
  const texts = templateNames.flatMap((template) =>
    channels.map((channel) => {
      const wanted = { template, channel };
      const {
        from,
        words,
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
      return { ...wanted, ...words, from, language: found, placeholders, ...(mine && { version: mine.version }) };
    }),
  );
  return { texts, languages: [...new Set([...builtInLanguages, ...set.map((one) => one.language)])].toSorted() };
};
