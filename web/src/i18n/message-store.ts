import { type Language, type LoadFile, type Messages, messageLoader } from './loaded-messages.ts';
import { filesOf, initialFiles } from './message-files.generated.ts';

export type { Language };

/** The languages to choose from, each by its own name. */
export const languages: readonly { code: Language; name: string }[] = [
  { code: 'en', name: 'English' },
  { code: 'es', name: 'Español' },
];

const place = 'concord.language';
const isLanguage = (text: unknown): text is Language => languages.some(({ code }) => code === text);

const preferred = (): Language => {
  const stored = localStorage.getItem(place);
  if (isLanguage(stored)) return stored;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en';
};

const listeners = new Set<() => void>();

/** Every file of sentences by its path: each comes when it is first wanted, in the language that is spoken. */
const load = import.meta.glob<Record<string, Messages['texts']>>(['./en/*.ts', './es/*.ts']);
const loadFile: LoadFile = async (language, file) =>
  Object.assign({}, ...Object.values((await load[`./${language}/${file}.ts`]?.()) ?? {}));

const loader = messageLoader(loadFile, initialFiles, () => {
  document.documentElement.lang = loader.now().language;
  for (const listener of listeners) listener();
});

/** Loads the first words in the language kept in this browser, or else in the browser's own; English where we have neither. */
export const loadMessages = (): Promise<void> => loader.speak(preferred());

/** Speaks another language from now on, and keeps it in this browser. */
export const chooseLanguage = (language: Language): void => {
  localStorage.setItem(place, language);
  void loader.speak(language);
};

/** Has the words of a room, or of a part that comes when it is opened, as well from now on; by the component's name. */
export const loadMessagesOf = (name: string): Promise<void> => loader.need(filesOf[name] ?? []);

/** The words as they are now. */
export const currentMessages = (): Messages => loader.now();
/** Tells of every change of the words until what it gives is called. */
export const subscribeToMessages = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
