import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { IntlProvider, type PrimitiveType, useIntl } from 'react-intl';
import { en } from './en.ts';
import type { WordKey } from './word-key.ts';

export type { WordKey };
export type Language = 'en' | 'es';
/** A language with its sentences. */
export type Words = { language: Language; sentences: Record<WordKey, string> };

/** The languages to choose from, each by its own name. */
export const languages: readonly { code: Language; name: string }[] = [
  { code: 'en', name: 'English' },
  { code: 'es', name: 'Español' },
];

const place = 'concord.language';
const isLanguage = (text: unknown): text is Language => languages.some(({ code }) => code === text);

const preferred = (): Language => {
  const kept = localStorage.getItem(place);
  if (isLanguage(kept)) return kept;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en';
};

const sentencesOf = async (language: Language): Promise<Words['sentences']> =>
  language === 'en' ? en : (await import('./es.ts')).es;

/** The words of the language kept in this browser, or else of the browser's own; English where we have neither. */
export const loadWords = async (language: Language = preferred()): Promise<Words> => ({
  language,
  sentences: await sentencesOf(language),
});

const Choice = createContext<{ language: Language; choose: (language: Language) => void }>({
  language: 'en',
  choose: () => undefined,
});

/** Gives all within it their words, and lets them choose another language. */
export const WordsProvider = ({ first, children }: { first: Words; children: ReactNode }) => {
  const [words, setWords] = useState(first);
  useEffect(() => {
    document.documentElement.lang = words.language;
  }, [words.language]);
  const choose = useCallback((language: Language) => {
    localStorage.setItem(place, language);
    void loadWords(language).then(setWords);
  }, []);
  const choice = useMemo(() => ({ language: words.language, choose }), [words.language, choose]);
  return (
    <Choice value={choice}>
      <IntlProvider locale={words.language} messages={words.sentences} defaultLocale="en">
        {children}
      </IntlProvider>
    </Choice>
  );
};

/** The language in use and how to choose another. */
export const useLanguage = () => useContext(Choice);

export type Say = (id: WordKey, values?: Record<string, PrimitiveType>) => string;

/** A function that says a sentence in the language in use. */
export const useSay = (): Say => {
  const intl = useIntl();
  return useCallback((id, values) => intl.formatMessage({ id }, values), [intl]);
};

const isKey = (id: string): id is WordKey => Object.hasOwn(en, id);

const figuresIn = (sentence: string): string[] => [...sentence.matchAll(/\{(\w+)[,}]/g)].map(([, name = '']) => name);

/** A function that says a word from an open list (`prefix.code`), or gives `other` where we have none, or not its figures. */
export const useSayOf = () => {
  const say = useSay();
  return useCallback(
    (prefix: string, code: string, other: string = code, values: Record<string, PrimitiveType> = {}): string => {
      const id = `${prefix}.${code}`;
      return isKey(id) && figuresIn(en[id]).every((name) => name in values) ? say(id, values) : other;
    },
    [say],
  );
};
