import { type Language, messageLoader } from '../../web/src/i18n/loaded-messages.ts';
import type { MessageFile } from '../../web/src/i18n/message-files.generated.ts';

/** Messages that load, or fail to, when the test decides; each file has one sentence, which names its origin. */
const slowMessages = () => {
  const asked = new Map<string, PromiseWithResolvers<void>>();
  const one = (of: string): PromiseWithResolvers<void> => {
    const known = asked.get(of) ?? Promise.withResolvers<void>();
    asked.set(of, known);
    return known;
  };
  const shown = jest.fn();
  const loader = messageLoader(
    async (language, file) => {
      const of = `${language}/${file}`;
      await one(of).promise;
      return { [file]: of };
    },
    ['layout'],
    shown,
  );
  return {
    ...loader,
    shown,
    comes: (...files: string[]) => {
      for (const file of files) one(file).resolve();
    },
    fails: (file: string) => {
      one(file).reject(new Error('no network'));
      return () => asked.delete(file);
    },
    loaded: () => Object.values(loader.now().texts).sort(),
  };
};

const loadedIn = async (language: Language = 'en') => {
  const messages = slowMessages();
  messages.comes(`${language}/layout`);
  await messages.speak(language);
  return messages;
};

/** Returns what has been done by now, by the name of what was awaited, after all pending work has run. */
const doneOf = async (waited: Record<string, Promise<void>>): Promise<string[]> => {
  const done: string[] = [];
  for (const [name, one] of Object.entries(waited)) void one.then(() => done.push(name));
  await new Promise(setImmediate);
  return done;
};

const need = (messages: Awaited<ReturnType<typeof loadedIn>>, ...files: MessageFile[]) => messages.need(files);

test('messages that failed to load are requested again when they are needed', async () => {
  const messages = await loadedIn();
  const mend = messages.fails('en/loads');
  await expect(need(messages, 'loads', 'load-reasons')).rejects.toThrow('no network');
  mend();
  messages.comes('en/loads', 'en/load-reasons');
  await need(messages, 'loads', 'load-reasons');
  expect(messages.loaded()).toEqual(['en/layout', 'en/load-reasons', 'en/loads']);
});

test('a page waits for messages that another one already requested, and for no others', async () => {
  const messages = await loadedIn();
  const pages = { large: need(messages, 'loan', 'loan-steps'), small: need(messages, 'loan') };
  expect(await doneOf(pages)).toEqual([]);
  messages.comes('en/loan');
  expect(await doneOf(pages)).toEqual(['small']);
  expect(messages.loaded()).toContain('en/loan');
  messages.comes('en/loan-steps');
  await pages.large;
  expect(messages.loaded()).toContain('en/loan-steps');
});

test('a failure to load the messages of one page does not affect another', async () => {
  const messages = await loadedIn();
  messages.fails('en/loads');
  const failing = need(messages, 'loads');
  const other = need(messages, 'loan');
  messages.comes('en/loan');
  await expect(failing).rejects.toThrow('no network');
  await other;
  expect(messages.loaded()).toEqual(['en/layout', 'en/loan']);
});

test('a page opened before a change of language has its messages in the current language', async () => {
  const messages = await loadedIn();
  const entered = { page: need(messages, 'loans') };
  const spoken = messages.speak('es');
  messages.comes('es/layout');
  await spoken;
  messages.comes('en/loans');
  // The language changed during loading: the English messages are no longer used.
  expect(await doneOf(entered)).toEqual([]);
  messages.comes('es/loans');
  await entered.page;
  expect(messages.now().language).toBe('es');
  expect(messages.loaded()).toEqual(['es/layout', 'es/loans']);
});

test('the language changes once the messages of all pages are loaded, including pages opened meanwhile', async () => {
  const messages = await loadedIn();
  const chosen = { spanish: messages.speak('es') };
  const page = need(messages, 'desk');
  messages.comes('en/desk');
  await page;
  expect(messages.loaded()).toEqual(['en/desk', 'en/layout']);
  messages.comes('es/layout');
  expect(await doneOf(chosen)).toEqual([]);
  expect(messages.now().language).toBe('en');
  messages.comes('es/desk');
  await chosen.spanish;
  expect(messages.loaded()).toEqual(['es/desk', 'es/layout']);
});

test('of two choices the later counts; one whose messages fail to load changes nothing', async () => {
  const messages = await loadedIn();
  const mend = messages.fails('es/layout');
  await expect(messages.speak('es')).rejects.toThrow('no network');
  expect(messages.now().language).toBe('en');
  mend();
  const first = messages.speak('es');
  await messages.speak('en');
  messages.comes('es/layout');
  await first;
  expect(messages.now().language).toBe('en');
});

test('listeners are notified of every change, and not when nothing changes', async () => {
  const messages = await loadedIn('es');
  messages.comes('es/lists');
  await need(messages, 'lists');
  expect(messages.shown).toHaveBeenCalledTimes(2);
  await need(messages, 'lists');
  expect(messages.shown).toHaveBeenCalledTimes(2);
});
