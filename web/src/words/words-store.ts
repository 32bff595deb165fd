import { firstWords, type WordFile, type WordKey, wordsOf } from './words-of.generated.ts';

export type Language = 'en' | 'es';
/** A language with its sentences: those that are always there, and those of a room or part once it was opened. */
export type Words = { language: Language; sentences: Partial<Record<WordKey, string>> };

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

let current: Words = { language: 'en', sentences: {} };
let wanted: { language: Language; files: readonly WordFile[] } = { language: 'en', files: firstWords };
const listeners = new Set<() => void>();

/** Every file of sentences by its path: each comes when it is first wanted, in the language that is spoken. */
const load = import.meta.glob<Record<string, Record<string, string>>>(['./en/*.ts', './es/*.ts']);
const sentencesOf = async (language: Language, file: WordFile): Promise<Record<string, string>> =>
  Object.assign({}, ...Object.values((await load[`./${language}/${file}.ts`]?.()) ?? {}));

/** Loads what is wanted by now; what was asked for before and comes later is dropped. */
const loadWanted = async (): Promise<void> => {
  const asked = wanted;
  const { language, files } = asked;
  const parts = await Promise.all(files.map((file) => sentencesOf(language, file)));
  if (asked !== wanted) return;
  current = { language, sentences: Object.assign({}, ...parts) };
  document.documentElement.lang = language;
  for (const listener of listeners) listener();
};

/** Loads the first words in the language kept in this browser, or else in the browser's own; English where we have neither. */
export const loadWords = (): Promise<void> => {
  wanted = { ...wanted, language: preferred() };
  return loadWanted();
};

/** Speaks another language from now on, and keeps it in this browser. */
export const chooseLanguage = (language: Language): void => {
  localStorage.setItem(place, language);
  wanted = { ...wanted, language };
  void loadWanted();
};

/** Has the words of a room, or of a part that comes when it is opened, as well from now on; by the component's name. */
export const needWordsOf = async (name: string): Promise<void> => {
  const files = (wordsOf[name] ?? []).filter((file) => !wanted.files.includes(file));
  if (files.length === 0) return;
  wanted = { ...wanted, files: [...wanted.files, ...files] };
  await loadWanted();
};

/** The words as they are now. */
export const wordsNow = (): Words => current;
/** Tells of every change of the words until what it gives is called. */
export const onWords = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
