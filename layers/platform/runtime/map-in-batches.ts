import { chunks } from '../../kernel/collections/chunks.ts';

/** Does the same for all of a list, so many side by side at a time, and gives what each came to, in order. The first that fails ends it. */
export const mapInBatches = async <T, R>(
  list: readonly T[],
  atOnce: number,
  work: (one: T, at: number) => Promise<R>,
): Promise<R[]> => {
  const done: R[] = [];
  for (const some of chunks(list, atOnce)) {
    const before = done.length;
    done.push(...(await Promise.all(some.map((one, at) => work(one, before + at)))));
  }
  return done;
};
