import { channels } from '../../../layers/kernel/notices/notice-kinds.ts';
import type { NoticesDeps } from '../deps.ts';
import { CONSORTIUM, chooseText, languagesFor } from '../domain/choose-text.ts';
import { allowedIn, templateNames } from '../domain/template.ts';
import { fallbackLanguage, languagesOf } from './text-languages.ts';

/** Lists every text that an owner's patrons read in a language, each with its origin, the languages that exist, and that of the policy. */
export const listTexts = async (deps: NoticesDeps, owner: string, language: string, now: number) => {
  const [own, all, fallback] = await Promise.all([
    deps.texts.list(owner),
    deps.texts.list(CONSORTIUM),
    fallbackLanguage(deps, owner, now),
  ]);
  const set = owner === CONSORTIUM ? all : [...own, ...all];
  const texts = templateNames.flatMap((template) =>
    channels.map((channel) => {
      const wanted = { template, channel };
      const {
        from,
        content,
        language: found,
      } = chooseText(set, [owner, CONSORTIUM], languagesFor(language, fallback), wanted);
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
  return { texts, languages: languagesOf(set), fallback };
};
