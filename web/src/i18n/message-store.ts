import { keepWords, type Language, type SentencesOf, type Words } from './loaded-messages.ts';
import { firstWords, wordsOf } from './message-files.generated.ts';

export type { Language };

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

const listeners = new Set<() => void>();

/** Every file of sentences by its path: each comes when it is first wanted, in the language that is spoken. */
const load = import.meta.glob<Record<string, Words['sentences']>>(['./en/*.ts', './es/*.ts']);
const sentencesOf: SentencesOf = async (language, file) =>
  Object.assign({}, ...Object.values((await load[`./${language}/${file}.ts`]?.()) ?? {}));

const kept = keepWords(sentencesOf, firstWords, () => {
  document.documentElement.lang = kept.now().language;
  for (const listener of listeners) listener();
});

/** Loads the first words in the language kept in this browser, or else in the browser's own; English where we have neither. */
export const loadWords = (): Promise<void> => kept.speak(preferred());

/** Speaks another language from now on, and keeps it in this browser. */
export const chooseLanguage = (language: Language): void => {
  localStorage.setItem(place, language);
  void kept.speak(language);
};

/** Has the words of a room, or of a part that comes when it is opened, as well from now on; by the component's name. */
export const needWordsOf = (name: string): Promise<void> => kept.need(wordsOf[name] ?? []);

/** The words as they are now. */
export const wordsNow = (): Words => kept.now();
/** Tells of every change of the words until what it gives is called. */
export const onWords = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
