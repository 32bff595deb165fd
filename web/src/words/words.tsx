import { type ReactNode, useCallback, useEffect, useSyncExternalStore } from 'react';
import { IntlProvider, type PrimitiveType, useIntl } from 'react-intl';
import type { WordKey } from './word-key.ts';
import { onWords, wordsNow } from './words-store.ts';

export type { WordKey };

/** Gives all within it the words of the language in use. */
export const WordsProvider = ({ children }: { children: ReactNode }) => {
  const { language, sentences } = useSyncExternalStore(onWords, wordsNow);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <IntlProvider locale={language} messages={sentences} defaultLocale="en">
      {children}
    </IntlProvider>
  );
};

export type Say = (id: WordKey, values?: Record<string, PrimitiveType>) => string;

/** A function that says a sentence in the language in use. */
export const useSay = (): Say => {
  const intl = useIntl();
  return useCallback((id, values) => intl.formatMessage({ id }, values), [intl]);
};

const figuresIn = (sentence: string): string[] => [...sentence.matchAll(/\{(\w+)[,}]/g)].map(([, name = '']) => name);

/** A function that says a word from an open list (`prefix.code`), or gives `other` where we have none, or not its figures. */
export const useSayOf = () => {
  const intl = useIntl();
  return useCallback(
    (prefix: string, code: string, other: string = code, values: Record<string, PrimitiveType> = {}): string => {
      const id = `${prefix}.${code}`;
      const sentence = intl.messages[id];
      const isOurs = typeof sentence === 'string' && figuresIn(sentence).every((name) => name in values);
      return isOurs ? intl.formatMessage({ id }, values) : other;
    },
    [intl],
  );
};
