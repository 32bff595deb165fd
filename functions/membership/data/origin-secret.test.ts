import { originSecret } from './origin-secret.ts';

const [now, before, older] = ['a', 'b', 'c'].map((letter) => letter.repeat(48)) as [string, string, string];
const start = Date.UTC(2026, 10, 30);
const minute = 60_000;

const stored = (value: { current: string; previous: string }) => {
  const state = { value, reads: 0 };
  const check = originSecret(async () => {
    state.reads += 1;
    return JSON.stringify(state.value);
  });
  return { state, check };
};

describe('finding W15: the secret by which the APIs know CloudFront', () => {
  test('is the current or the previous value while it rotates, and no third', async () => {
    const { check } = stored({ current: now, previous: before });
    const sent = [now, before, older, '', undefined, `${now},${before}`];
    expect(await Promise.all(sent.map((value) => check(value, start)))).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  test('has no previous value before its first rotation', async () => {
    const { check } = stored({ current: now, previous: 'none' });
    expect(await Promise.all([now, 'none', ''].map((value) => check(value, start)))).toEqual([true, false, false]);
  });

  test('is read once in five minutes, and not for a request without the header', async () => {
    const { state, check } = stored({ current: now, previous: 'none' });
    await check(undefined, start);
    expect(state.reads).toBe(0);
    for (const at of [0, 1, 4]) await check(now, start + at * minute);
    expect(state.reads).toBe(1);
    await check(now, start + 5 * minute);
    expect(state.reads).toBe(2);
  });

  test('is read again for an unknown value, at most each ten seconds', async () => {
    const { state, check } = stored({ current: before, previous: older });
    expect(await check(before, start)).toBe(true);
    state.value = { current: now, previous: before };
    expect(await check(now, start + 9_999)).toBe(false);
    expect(await check(now, start + 10_000)).toBe(true);
    for (const value of ['x'.repeat(48), 'y'.repeat(48)]) expect(await check(value, start + 15_000)).toBe(false);
    expect(state.reads).toBe(2);
  });

  test('ends five minutes after the second rotation at the latest, though a container still has it', async () => {
    const { state, check } = stored({ current: older, previous: 'none' });
    expect(await check(older, start)).toBe(true);
    state.value = { current: now, previous: before };
    expect(await check(older, start + 5 * minute)).toBe(false);
  });

  test('is accepted for an hour while it cannot be read, and no other value', async () => {
    let isDown = false;
    const check = originSecret(async () => {
      if (isDown) throw new Error('The service is down.');
      return JSON.stringify({ current: now, previous: 'none' });
    });
    await check(now, start);
    isDown = true;
    expect(await check(now, start + 59 * minute)).toBe(true);
    await expect(check(older, start + 59 * minute)).rejects.toThrow('down');
    await expect(check(now, start + 60 * minute)).rejects.toThrow('down');
  });

  test('is asked for again after a read that failed', async () => {
    let isDown = true;
    const check = originSecret(async () => {
      if (isDown) throw new Error('The service is down.');
      return JSON.stringify({ current: now, previous: 'none' });
    });
    await expect(check(now, start)).rejects.toThrow('down');
    isDown = false;
    expect(await check(now, start + 1)).toBe(true);
  });
});
