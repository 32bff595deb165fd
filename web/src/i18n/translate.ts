import { useCallback, useSyncExternalStore } from 'react';
import type { MessageKey } from './message-files.generated.ts';
import { formatMessage, type MessageValues, placeholdersIn } from './message-format.ts';
import { currentMessages, type Language, subscribeToMessages } from './message-store.ts';

export type { MessageKey };

const useMessagesInUse = () => useSyncExternalStore(subscribeToMessages, currentMessages);

/** Returns the current language. */
export const useLanguage = (): Language => useMessagesInUse().language;

export type Translate = (id: MessageKey, values?: MessageValues) => string;

/** Returns a function that translates a message key into the current language. */
export const useTranslate = (): Translate => {
  const { language, texts } = useMessagesInUse();
  return useCallback(
    (id, values) => {
      const sentence = texts[id];
      if (sentence !== undefined) return formatMessage(language, sentence, values);
      // Every browser test fails on this line: a page loads its own messages, so the key is wrong.
      console.error(`No message for ${id}`);
      return id;
    },
    [language, texts],
  );
};

/** Returns a function that translates an open code (`prefix.code`), or returns `other` when the message or a value is missing. */
export const useTextOf = () => {
  const { language, texts } = useMessagesInUse();
  return useCallback(
    (prefix: string, code: string, other: string = code, values: MessageValues = {}): string => {
      const known: Readonly<Record<string, string | undefined>> = texts;
      const sentence = known[`${prefix}.${code}`];
      const isOurs = sentence !== undefined && placeholdersIn(sentence).every((name) => name in values);
      return isOurs ? formatMessage(language, sentence, values) : other;
    },
    [language, texts],
  );
};
