import { type Table, TableConflict } from './table.ts';
import type { Write } from './write.ts';

const TRIES = 8;

/** Runs work again after each write conflict (passing the number of conflicts so far); throws when conflicts persist. */
export const retryOnConflict = async <T>(what: string, work: (tried: number) => Promise<T | undefined>): Promise<T> => {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const done = await work(tried);
    if (done !== undefined) return done;
  }
  throw new TableConflict(`${what} was changed ${TRIES} times at once`);
};

/**
 * Stores a response separately when a concurrent request already did the work, so that no write of ours carries it; `keep` returns its
 * writes.
 */
export const saveAnswer = async (table: Table, isAgain: boolean, keep: (() => Write[]) | undefined): Promise<void> => {
  if (isAgain && keep) await table.write(keep());
};
