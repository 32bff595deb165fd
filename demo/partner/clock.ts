/**
 * A script clock with a configurable length of a second in milliseconds: scheduled actions, waits, and a stop. It does not keep
 * the process alive.
 */
export const scriptClock = (secondMs: number) => {
  const running = new Set<NodeJS.Timeout>();
  const after = (seconds: number, doIt: () => void): (() => void) => {
    const timer = setTimeout(() => {
      running.delete(timer);
      doIt();
    }, seconds * secondMs).unref();
    running.add(timer);
    return () => {
      clearTimeout(timer);
      running.delete(timer);
    };
  };
  return {
    after,
    wait: (seconds: number): Promise<void> => new Promise((resolve) => after(seconds, resolve)),
    stop: (): void => {
      for (const timer of running) clearTimeout(timer);
      running.clear();
    },
  };
};
export type ScriptClock = ReturnType<typeof scriptClock>;
