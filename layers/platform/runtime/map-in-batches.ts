import { chunks } from '../../kernel/collections/chunks.ts';

/** Applies `work` to each entry of a list with limited concurrency and returns the results in order. The first failure stops it. */
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
