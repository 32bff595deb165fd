import { type Table, TableConflict } from './table.ts';
import type { Write } from './write.ts';

const TRIES = 8;

/** Does something anew as long as others write first (told how often they did so far); throws when that goes on. */
export const retryOnConflict = async <T>(what: string, work: (tried: number) => Promise<T | undefined>): Promise<T> => {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const done = await work(tried);
    if (done !== undefined) return done;
  }
  throw new TableConflict(`${what} was changed ${TRIES} times at once`);
};

/** Where others did the same meanwhile, the answer that was to be kept with our write is kept by itself; `keep` gives its writes. */
export const saveAnswer = async (table: Table, isAgain: boolean, keep: (() => Write[]) | undefined): Promise<void> => {
  if (isAgain && keep) await table.write(keep());
};
