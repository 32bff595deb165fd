import { cachedFor } from './cached-for.ts';

/** A load that counts its calls. */
const counted = () => {
  const calls: string[] = [];
  const load = async (key: string): Promise<string> => {
    calls.push(key);
    return `${key}${calls.length}`;
  };
  return { calls, load };
};

test('a loaded value is cached for its time, by key', async () => {
  const { load } = counted();
  const get = cachedFor(1000, load);
  expect([await get('a', 0), await get('a', 999), await get('b', 999), await get('a', 1000)]).toEqual([
    'a1',
    'a1',
    'b2',
    'a3',
  ]);
});

test('many concurrent callers wait for one load', async () => {
  const { calls, load } = counted();
  const get = cachedFor(1000, load);
  await Promise.all([get('a', 0), get('a', 0), get('a', 0)]);
  expect(calls).toEqual(['a']);
});

test('a key that is no text is known by its name', async () => {
  const calls: number[] = [];
  const get = cachedFor(
    1000,
    async ({ id }: { id: number }) => calls.push(id),
    ({ id }) => `id ${id}`,
  );
  await Promise.all([get({ id: 1 }, 0), get({ id: 1 }, 0), get({ id: 2 }, 0)]);
  expect(calls).toEqual([1, 2]);
});

test('a failure is not cached', async () => {
  let failing = true;
  const get = cachedFor(1000, async () => {
    if (failing) throw new Error('down');
    return 'up';
  });
  await expect(get('a', 0)).rejects.toThrow('down');
  failing = false;
  expect(await get('a', 1)).toBe('up');
});

test('the oldest of more than a thousand is removed', async () => {
  const { calls, load } = counted();
  const get = cachedFor(1000, load);
  for (let i = 0; i <= 1000; i += 1) await get(`k${i}`, 0);
  await get('k1', 1);
  await get('k0', 1);
  expect(calls.slice(1001)).toEqual(['k0']);
});
