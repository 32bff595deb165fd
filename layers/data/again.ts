import { TableConflict } from './table.ts';

const TRIES = 8;

/** Does something anew as long as others write first; throws when that goes on. */
export const again = async <T>(what: string, work: () => Promise<T | undefined>): Promise<T> => {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const done = await work();
    if (done !== undefined) return done;
  }
  throw new TableConflict(`${what} was changed ${TRIES} times at once`);
};
