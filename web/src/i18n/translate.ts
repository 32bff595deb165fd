import { useCallback, useSyncExternalStore } from 'react';
import type { WordKey } from './message-files.generated.ts';
import { type Language, onWords, wordsNow } from './message-store.ts';
import { figuresIn, sentenceOf, type Values } from './sentence.ts';

export type { WordKey };

const useWords = () => useSyncExternalStore(onWords, wordsNow);

/** The language in use. */
export const useLanguage = (): Language => useWords().language;

export type Say = (id: WordKey, values?: Values) => string;

/** A function that says a sentence in the language in use. */
export const useSay = (): Say => {
  const { language, sentences } = useWords();
  return useCallback(
    (id, values) => {
      const sentence = sentences[id];
      if (sentence !== undefined) return sentenceOf(language, sentence, values);
      // Loud, as every browser test then fails: the words of a room come with it, or a key was made up.
      console.error(`There are no words here for ${id}`);
      return id;
    },
    [language, sentences],
  );
};

/** A function that says a word from an open list (`prefix.code`), or gives `other` where we have none, or not its figures. */
export const useSayOf = () => {
  const { language, sentences } = useWords();
  return useCallback(
    (prefix: string, code: string, other: string = code, values: Values = {}): string => {
      const known: Readonly<Record<string, string | undefined>> = sentences;
      const sentence = known[`${prefix}.${code}`];
      const isOurs = sentence !== undefined && figuresIn(sentence).every((name) => name in values);
      return isOurs ? sentenceOf(language, sentence, values) : other;
    },
    [language, sentences],
  );
};
