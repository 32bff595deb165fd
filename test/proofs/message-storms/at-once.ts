import { AsyncLocalStorage } from 'node:async_hooks';

type Member = { beforeWrite(): Promise<void> };
const member = new AsyncLocalStorage<Member>();

/** Waits, in a task that runs with others concurrently, until each of the others reaches a write too or has ended. */
export const beforeWrite = async (): Promise<void> => member.getStore()?.beforeWrite();

/**
 * Runs tasks concurrently in lockstep: none writes before all running tasks have read the data they depend on. They conflict at
 * any speed of the machine, unlike tasks that only start together. Where one fails the others still finish, so that their
 * resources are not removed early; then it rejects with the first error in order.
 */
export const atOnce = async (works: readonly (() => Promise<void>)[]): Promise<void> => {
  const running = new Set(works.keys());
  const waiting = new Map<number, (() => void)[]>();
  const releaseWaiting = (): void => {
    if ([...running].some((one) => !waiting.has(one))) return;
    const all = [...waiting.values()].flat();
    waiting.clear();
    for (const release of all) release();
  };
  const run = async (work: () => Promise<void>, one: number): Promise<void> => {
    const waits = (): Promise<void> =>
      new Promise((release) => {
        waiting.set(one, [...(waiting.get(one) ?? []), release]);
        releaseWaiting();
      });
    try {
      await member.run({ beforeWrite: waits }, work);
    } finally {
      running.delete(one);
      releaseWaiting();
    }
  };
  const ended = await Promise.allSettled(works.map(run));
  const failed = ended.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
};
