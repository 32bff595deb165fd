import { AsyncLocalStorage } from 'node:async_hooks';

type Member = { beforeWrite(): Promise<void> };
const member = new AsyncLocalStorage<Member>();

/** Waits, in a work that runs with others at once, until each of the others comes to a write too or has ended. */
export const beforeWrite = async (): Promise<void> => member.getStore()?.beforeWrite();

/**
 * Runs works at once, in step: none writes before all that still run have read what they decide by. So they meet whatever
 * the speed of the machine is, where works that were only begun together mostly pass each other. Where one fails the others still
 * come to their end, for nothing to be taken away under them; then it rejects with what failed first in their order.
 */
export const atOnce = async (works: readonly (() => Promise<void>)[]): Promise<void> => {
  const running = new Set(works.keys());
  const waiting = new Map<number, (() => void)[]>();
  const goOn = (): void => {
    if ([...running].some((one) => !waiting.has(one))) return;
    const all = [...waiting.values()].flat();
    waiting.clear();
    for (const release of all) release();
  };
  const run = async (work: () => Promise<void>, one: number): Promise<void> => {
    const waits = (): Promise<void> =>
      new Promise((release) => {
        waiting.set(one, [...(waiting.get(one) ?? []), release]);
        goOn();
      });
    try {
      await member.run({ beforeWrite: waits }, work);
    } finally {
      running.delete(one);
      goOn();
    }
  };
  const ended = await Promise.allSettled(works.map(run));
  const failed = ended.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
};
