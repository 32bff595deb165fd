import { type Language, type LoadFile, type Messages, messageLoader } from './loaded-messages.ts';
import { filesOf, initialFiles } from './message-files.generated.ts';

export type { Language };

/** The available languages, each by its own name. */
export const languages: readonly { code: Language; name: string }[] = [
  { code: 'en', name: 'English' },
  { code: 'es', name: 'Español' },
  { code: 'fr', name: 'Français' },
];

const place = 'concord.language';
const isLanguage = (text: unknown): text is Language => languages.some(({ code }) => code === text);

const preferred = (): Language => {
  const stored = localStorage.getItem(place);
  if (isLanguage(stored)) return stored;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en';
};

const listeners = new Set<() => void>();

/** The folder of the message files, by language; each loads on first use. */
declare const __MESSAGES__: string;
const loadFile: LoadFile = async (language, file) => {
  const response = await fetch(`${__MESSAGES__}/${language}/${file}.json`);
  if (!response.ok) throw new Error(`The messages ${file} are not available: ${response.status}`);
  return response.json();
};

const loader = messageLoader(loadFile, initialFiles, () => {
  document.documentElement.lang = loader.now().language;
  for (const listener of listeners) listener();
});

/** Loads the initial messages in the language stored in this browser, or else in the browser's own; English where neither is available. */
export const loadMessages = (): Promise<void> => loader.speak(preferred());

/** Switches the language and stores it in this browser. */
export const chooseLanguage = (language: Language): void => {
  localStorage.setItem(place, language);
  void loader.speak(language);
};

/** Loads the messages of a page or lazy component, by the component's name. */
export const loadMessagesOf = (name: string): Promise<void> => loader.need(filesOf[name] ?? []);

/** Returns the current messages. */
export const currentMessages = (): Messages => loader.now();
/** Subscribes to changes of the messages; returns the function that unsubscribes. */
export const subscribeToMessages = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
