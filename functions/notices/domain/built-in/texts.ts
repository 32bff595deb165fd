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
  if (template === 'frame') return texts?.frames[channel];
  // A text message has no subject: its own is shown to staff only.
  return channel === 'sms'
    ? texts && { subject: texts.frames.sms.subject, text: texts.short[template] }
    : texts?.kinds[template];
};

type Phrases = Pick<LanguageTexts, 'quoted' | 'someTitle' | 'someBranch' | 'reasons' | 'howToStop'>;

/** Finds the phrases of a language that go into placeholders; English where none are built in. */
export const phrasesOf = (language: string): Phrases =>
  (Object.hasOwn(builtIn, language) ? builtIn[language] : undefined) ?? eng;
