import type { TemplateKey, TemplateText } from '../template.ts';
import { eng } from './eng.ts';
import type { LanguageTexts } from './language-texts.ts';
import { spa } from './spa.ts';

const builtIn: Record<string, LanguageTexts> = { eng, spa };

/** The languages in which every text is built in. */
export const builtInLanguages = ['eng', 'spa'] as const;

/** Finds the built-in text; undefined in languages without built-in texts. */
export const builtInText = ({ template, channel, language }: TemplateKey): TemplateText | undefined => {
  const texts = Object.hasOwn(builtIn, language) ? builtIn[language] : undefined;
  return template === 'frame' ? texts?.frames[channel] : texts?.kinds[template];
};

/** Finds the phrases of a language that go into placeholders; English where none are built in. */
export const phrasesOf = (language: string): Pick<LanguageTexts, 'quoted' | 'someTitle' | 'someBranch' | 'reasons'> =>
  (Object.hasOwn(builtIn, language) ? builtIn[language] : undefined) ?? eng;
