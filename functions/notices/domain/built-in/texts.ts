import type { TemplateKey, TemplateText } from '../template.ts';
import { eng } from './eng.ts';
import { spa } from './spa.ts';
import type { BuiltIn } from './words.ts';

const builtIn: Record<string, BuiltIn> = { eng, spa };

/** The languages in which every text comes with the house. */
export const builtInLanguages = ['eng', 'spa'] as const;

/** The text that comes with the house; nothing in other languages than its own. */
export const builtInText = ({ template, channel, language }: TemplateKey): TemplateText | undefined => {
  const words = Object.hasOwn(builtIn, language) ? builtIn[language] : undefined;
  return template === 'frame' ? words?.frames[channel] : words?.kinds[template];
};

/** The small words of a language that go into placeholders; English where the house has none. */
export const wordsOf = (language: string): Pick<BuiltIn, 'quoted' | 'someTitle' | 'someBranch' | 'reasons'> =>
  (Object.hasOwn(builtIn, language) ? builtIn[language] : undefined) ?? eng;
