import { prefetch } from './prefetch.ts';

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('work ahead of its use', () => {
  const log: string[] = [];
  beforeEach(() => void log.splice(0));

  const piece =
    (name: string, ms: number, fails = false) =>
    async (): Promise<string> => {
      log.push(`begins ${name}`);
      await later(ms);
      log.push(`ends ${name}`);
      if (fails) throw new Error(name);
      return name;
    };
  async function* workOf(...pieces: (() => Promise<string>)[]): AsyncGenerator<() => Promise<string>> {
    yield* pieces;
  }
  const all = async (of: AsyncIterable<string>): Promise<string[]> => {
    const came: string[] = [];
    for await (const one of of) came.push(one);
    return came;
  };

  test('results keep their order when the first is slow, and the next has begun before it ended', async () => {
    expect(await all(prefetch(workOf(piece('a', 20), piece('b', 1), piece('c', 1)), 2))).toEqual(['a', 'b', 'c']);
    expect(log.indexOf('begins b')).toBeLessThan(log.indexOf('ends a'));
    expect(log.indexOf('begins c')).toBeGreaterThan(log.indexOf('ends a'));
  });

  test('a failure ends the sequence at its turn, once work in progress has ended', async () => {
    await expect(all(prefetch(workOf(piece('a', 1, true), piece('b', 20), piece('c', 1)), 2))).rejects.toThrow('a');
    expect(log).toEqual(['begins a', 'begins b', 'ends a', 'ends b']);
  });

  test('a consumer that stops early leaves no work running', async () => {
    for await (const one of prefetch(workOf(piece('a', 1), piece('b', 20), piece('c', 1)), 2)) {
      expect(one).toBe('a');
      break;
    }
    expect(log).toEqual(['begins a', 'begins b', 'ends a', 'ends b']);
  });
});
