import { en } from './en.ts';
import type { WordKey } from './word-key.ts';

export type Language = 'en' | 'es';
/** A language with its sentences: those of patrons' rooms, and staff's once one of their rooms was entered. */
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

let current: Words = { language: 'en', sentences: en };
let wanted: { language: Language; staff: boolean } = { language: 'en', staff: false };
const listeners = new Set<() => void>();

const own = async (language: Language): Promise<Words['sentences']> =>
  language === 'en' ? en : (await import('./es.ts')).es;
const ofStaff = async (language: Language): Promise<Words['sentences']> =>
  language === 'en' ? (await import('./en-staff.ts')).enStaff : (await import('./es-staff.ts')).esStaff;

/** Loads what is wanted by now; what was asked for before and comes later is dropped. */
const load = async (): Promise<void> => {
  const asked = wanted;
  const { language, staff } = asked;
  const [sentences, more] = await Promise.all([own(language), staff ? ofStaff(language) : {}]);
  if (asked !== wanted) return;
  current = { language, sentences: { ...sentences, ...more } };
  for (const listener of listeners) listener();
};

/** Loads the words of the language kept in this browser, or else of the browser's own; English where we have neither. */
export const loadWords = (): Promise<void> => {
  wanted = { ...wanted, language: preferred() };
  return load();
};

/** Speaks another language from now on, and keeps it in this browser. */
export const chooseLanguage = (language: Language): void => {
  localStorage.setItem(place, language);
  wanted = { ...wanted, language };
  void load();
};

/** Has staff's words as well, from now on. */
export const needStaffWords = async (): Promise<void> => {
  if (wanted.staff) return;
  wanted = { ...wanted, staff: true };
  await load();
};

/** The words as they are now. */
export const wordsNow = (): Words => current;
/** Tells of every change of the words until what it gives is called. */
export const onWords = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
