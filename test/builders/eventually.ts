import { setTimeout as pause } from 'node:timers/promises';

/**
 * Runs a check until it passes, and throws its last failure when it has not passed after `ms` milliseconds. For what a page or a stack does
 * at its own time, for example a request that follows a click.
 */
export const eventually = async (check: () => unknown, ms = 10_000): Promise<void> => {
  for (const end = Date.now() + ms; ; await pause(25)) {
    try {
      await check();
      return;
    } catch (failure) {
      if (Date.now() > end) throw failure;
    }
  }
};
