import { atOnce, beforeWrite } from './at-once.ts';

/** A task that reads, writes a number of times, and logs its steps; it fails after `failsAfter` writes. */
const aWork =
  (name: string, writes: number, done: string[], failsAfter = Number.POSITIVE_INFINITY) =>
  async (): Promise<void> => {
    done.push(`${name} reads`);
    for (let written = 0; written < writes; written += 1) {
      if (written === failsAfter) throw new Error(`${name} failed`);
      await beforeWrite();
      done.push(`${name} writes`);
      await new Promise(setImmediate);
    }
  };

test('no write happens before all have read the data that they depend on', async () => {
  const done: string[] = [];
  await atOnce([aWork('one', 1, done), aWork('other', 2, done), aWork('reader', 0, done)]);
  expect(done.slice(0, 3).every((what) => what.endsWith('reads'))).toBe(true);
  expect(done.slice(3).toSorted()).toEqual(['one writes', 'other writes', 'other writes']);
});

test('where one fails the others finish first, and the failure is reported', async () => {
  const done: string[] = [];
  const works = [aWork('one', 3, done), aWork('failing', 2, done, 1), aWork('also failing', 1, done, 0)];
  await expect(atOnce(works)).rejects.toThrow(/^failing failed$/);
  expect(done.filter((what) => what === 'one writes')).toHaveLength(3);
});

test('a single task does not wait', async () => {
  const done: string[] = [];
  await beforeWrite();
  await aWork('lone', 1, done)();
  expect(done).toEqual(['lone reads', 'lone writes']);
});
