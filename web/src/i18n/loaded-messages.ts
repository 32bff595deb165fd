import type { MessageFile, MessageKey } from './message-files.generated.ts';

/** The codes of the available languages (BCP 47). */
export const languageCodes = ['en', 'es', 'fr'] as const;
export type Language = (typeof languageCodes)[number];
/** A language with its loaded messages: the initial ones, and those of opened pages or components. */
export type Messages = { language: Language; texts: Partial<Record<MessageKey, string>> };
/** Loads the messages of a file in a language; rejects when they cannot be loaded. */
export type LoadFile = (language: Language, file: MessageFile) => Promise<Messages['texts']>;

type MessageLoader = {
  now: () => Messages;
  /** Switches the language once all messages in use have loaded in it; rejects and changes nothing when they cannot be loaded. */
  speak: (language: Language) => Promise<void>;
  /** Resolves when these files are loaded in the language current at that time; rejects when they cannot be loaded. */
  need: (files: readonly MessageFile[]) => Promise<void>;
};

/** Stores the loaded messages, initially of some files and no language; `shown` is called on every change. */
export const messageLoader = (loadFile: LoadFile, first: readonly MessageFile[], shown: () => void): MessageLoader => {
  const came: Record<Language, Map<MessageFile, Messages['texts']>> = { en: new Map(), es: new Map(), fr: new Map() };
  /** The files in use, to be loaded in any language selected. */
  const inUse = new Set(first);
  let now: Messages = { language: 'en', texts: {} };
  let chosen: Language | undefined;

  const bring = async (language: Language, files: readonly MessageFile[]): Promise<void> => {
    const lacking = files.filter((file) => !came[language].has(file));
    const bringOne = async (file: MessageFile) => came[language].set(file, await loadFile(language, file));
    await Promise.all(lacking.map(bringOne));
  };
  const show = (language: Language): void => {
    now = { language, texts: Object.assign({}, ...came[language].values()) };
    shown();
  };

  return {
    now: () => now,
    speak: async (language) => {
      chosen = language;
      // Pages opened meanwhile add files.
      while ([...inUse].some((file) => !came[language].has(file))) await bring(language, [...inUse]);
      if (chosen === language) show(language);
    },
    need: async (files) => {
      if (files.every((file) => inUse.has(file))) return;
      // The language may have changed while they loaded.
      while (files.some((file) => !came[now.language].has(file))) await bring(now.language, files);
      for (const file of files) inUse.add(file);
      show(now.language);
    },
  };
};
