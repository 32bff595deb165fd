import { keepWords, type Language } from '../../web/src/i18n/loaded-messages.ts';
import type { WordFile } from '../../web/src/i18n/message-files.generated.ts';

/** Words that come, or fail to, when the test says so; each file has one sentence, which says where it is from. */
const slowWords = () => {
  const asked = new Map<string, PromiseWithResolvers<void>>();
  const one = (of: string): PromiseWithResolvers<void> => {
    const known = asked.get(of) ?? Promise.withResolvers<void>();
    asked.set(of, known);
    return known;
  };
  const shown = jest.fn();
  const kept = keepWords(
    async (language, file) => {
      const of = `${language}/${file}`;
      await one(of).promise;
      return { [file]: of };
    },
    ['layout'],
    shown,
  );
  return {
    ...kept,
    shown,
    comes: (...files: string[]) => {
      for (const file of files) one(file).resolve();
    },
    fails: (file: string) => {
      one(file).reject(new Error('no network'));
      return () => asked.delete(file);
    },
    said: () => Object.values(kept.now().sentences).sort(),
  };
};

const speaking = async (language: Language = 'en') => {
  const words = slowWords();
  words.comes(`${language}/frame`);
  await words.speak(language);
  return words;
};

/** What has been done by now, by the name of what was waited for: as much as goes on by itself goes on first. */
const doneOf = async (waited: Record<string, Promise<void>>): Promise<string[]> => {
  const done: string[] = [];
  for (const [name, one] of Object.entries(waited)) void one.then(() => done.push(name));
  await new Promise(setImmediate);
  return done;
};

const need = (words: Awaited<ReturnType<typeof speaking>>, ...files: WordFile[]) => words.need(files);

test('words that did not come are asked for anew when they are needed again', async () => {
  const words = await speaking();
  const mend = words.fails('en/loads');
  await expect(need(words, 'loads', 'load-reasons')).rejects.toThrow('no network');
  mend();
  words.comes('en/loads', 'en/load-reasons');
  await need(words, 'loads', 'load-reasons');
  expect(words.said()).toEqual(['en/frame', 'en/load-reasons', 'en/loads']);
});

test('a room waits for words that another one already asked for, and for no others', async () => {
  const words = await speaking();
  const rooms = { large: need(words, 'loan', 'loan-steps'), small: need(words, 'loan') };
  expect(await doneOf(rooms)).toEqual([]);
  words.comes('en/loan');
  expect(await doneOf(rooms)).toEqual(['small']);
  expect(words.said()).toContain('en/loan');
  words.comes('en/loan-steps');
  await rooms.large;
  expect(words.said()).toContain('en/loan-steps');
});

test('that one room’s words fail to come is nothing to another', async () => {
  const words = await speaking();
  words.fails('en/loads');
  const failing = need(words, 'loads');
  const other = need(words, 'loan');
  words.comes('en/loan');
  await expect(failing).rejects.toThrow('no network');
  await other;
  expect(words.said()).toEqual(['en/frame', 'en/loan']);
});

test('a room entered before another language was chosen has its words in whichever is spoken', async () => {
  const words = await speaking();
  const entered = { room: need(words, 'loans') };
  const spoken = words.speak('es');
  words.comes('es/frame');
  await spoken;
  words.comes('en/loans');
  // The language changed while they came: English words are of no use any more.
  expect(await doneOf(entered)).toEqual([]);
  words.comes('es/loans');
  await entered.room;
  expect(words.now().language).toBe('es');
  expect(words.said()).toEqual(['es/frame', 'es/loans']);
});

test('another language is spoken once it has the words of all rooms, those entered meanwhile too', async () => {
  const words = await speaking();
  const chosen = { spanish: words.speak('es') };
  const room = need(words, 'desk');
  words.comes('en/desk');
  await room;
  expect(words.said()).toEqual(['en/desk', 'en/frame']);
  words.comes('es/frame');
  expect(await doneOf(chosen)).toEqual([]);
  expect(words.now().language).toBe('en');
  words.comes('es/desk');
  await chosen.spanish;
  expect(words.said()).toEqual(['es/desk', 'es/frame']);
});

test('of two choices the later counts; one whose words do not come leaves all as it is', async () => {
  const words = await speaking();
  const mend = words.fails('es/frame');
  await expect(words.speak('es')).rejects.toThrow('no network');
  expect(words.now().language).toBe('en');
  mend();
  const first = words.speak('es');
  await words.speak('en');
  words.comes('es/frame');
  await first;
  expect(words.now().language).toBe('en');
});

test('every change is told, and what is there already changes nothing', async () => {
  const words = await speaking('es');
  words.comes('es/lists');
  await need(words, 'lists');
  expect(words.shown).toHaveBeenCalledTimes(2);
  await need(words, 'lists');
  expect(words.shown).toHaveBeenCalledTimes(2);
});
