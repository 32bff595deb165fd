import { en } from './en.ts';
import type { WordKey } from './word-key.ts';

export type Language = 'en' | 'es';
/** Sentences that some rooms have and most do not: they come with the first of these rooms. */
export type WordGroup = 'staff' | 'cataloguing' | 'lists' | 'loading' | 'mapping';
/** A language with its sentences: those of patrons' rooms, and a group's once one of its rooms was entered. */
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
let wanted: { language: Language; groups: readonly WordGroup[] } = { language: 'en', groups: [] };
const listeners = new Set<() => void>();

const own = async (language: Language): Promise<Words['sentences']> =>
  language === 'en' ? en : (await import('./es.ts')).es;
const ofGroup: Record<WordGroup, (language: Language) => Promise<Words['sentences']>> = {
  staff: async (language) =>
    language === 'en' ? (await import('./en-staff.ts')).enStaff : (await import('./es-staff.ts')).esStaff,
  cataloguing: async (language) =>
    language === 'en'
      ? (await import('./en-cataloguing.ts')).enCataloguing
      : (await import('./es-cataloguing.ts')).esCataloguing,
  lists: async (language) =>
    language === 'en' ? (await import('./en-lists.ts')).enLists : (await import('./es-lists.ts')).esLists,
  loading: async (language) =>
    language === 'en' ? (await import('./en-loading.ts')).enLoading : (await import('./es-loading.ts')).esLoading,
  mapping: async (language) =>
    (await (language === 'en' ? import('./en/item-mapping.ts') : import('./es/item-mapping.ts'))).itemMapping,
};

/** Loads what is wanted by now; what was asked for before and comes later is dropped. */
const load = async (): Promise<void> => {
  const asked = wanted;
  const { language, groups } = asked;
  const parts = await Promise.all([own(language), ...groups.map((group) => ofGroup[group](language))]);
  if (asked !== wanted) return;
  current = { language, sentences: Object.assign({}, ...parts) };
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

/** Has the words of these groups as well, from now on. */
export const needWords = async (...groups: readonly WordGroup[]): Promise<void> => {
  if (groups.every((group) => wanted.groups.includes(group))) return;
  wanted = { ...wanted, groups: [...new Set([...wanted.groups, ...groups])] };
  await load();
};

/** The words as they are now. */
export const wordsNow = (): Words => current;
/** Tells of every change of the words until what it gives is called. */
export const onWords = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
