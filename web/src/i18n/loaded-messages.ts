import type { MessageFile, MessageKey } from './message-files.generated.ts';

export type Language = 'en' | 'es';
/** A language with its sentences: those that are always there, and those of a room or part once it was opened. */
export type Messages = { language: Language; texts: Partial<Record<MessageKey, string>> };
/** Gives the sentences of a file in a language; rejects where they do not come. */
export type LoadFile = (language: Language, file: MessageFile) => Promise<Messages['texts']>;

type MessageLoader = {
  now: () => Messages;
  /** Speaks a language as soon as all words in use came in it; rejects, and all stays as it is, where they do not. */
  speak: (language: Language) => Promise<void>;
  /** Resolves when the words of these files are there in the language that is spoken then; rejects where they do not come. */
  need: (files: readonly MessageFile[]) => Promise<void>;
};

/** Keeps the words in use, at first those of some files in no language yet; `shown` is told of every change. */
export const messageLoader = (loadFile: LoadFile, first: readonly MessageFile[], shown: () => void): MessageLoader => {
  const came = { en: new Map<MessageFile, Messages['texts']>(), es: new Map<MessageFile, Messages['texts']>() };
  /** Files that are there in the language spoken, whichever that comes to be. */
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
      // Rooms that are entered meanwhile bring files of theirs.
      while ([...inUse].some((file) => !came[language].has(file))) await bring(language, [...inUse]);
      if (chosen === language) show(language);
    },
    need: async (files) => {
      if (files.every((file) => inUse.has(file))) return;
      // Another language may be spoken by when they came.
      while (files.some((file) => !came[now.language].has(file))) await bring(now.language, files);
      for (const file of files) inUse.add(file);
      show(now.language);
    },
  };
};
