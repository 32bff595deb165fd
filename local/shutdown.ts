import { constants } from 'node:os';
import { failureText } from './failure.ts';
import { say } from './progress.ts';
import { endRuns } from './run.ts';

/** Milliseconds between two checks that the parent process still runs. */
const PARENT_CHECK_MS = 1000;

/** Ends the process when its npm parent is gone, even by kill -9: otherwise the engines would keep running. */
const followParent = (leave: () => void): void => {
  if (!process.env.CONCORD_EXIT_WITH_PARENT) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && leave(), PARENT_CHECK_MS).unref();
};

/**
 * Runs a command and awaits `close` before the process exits, however the command ends: return, failure, Ctrl-C, a lost
 * parent or a crash. `work` returns the exit code; a failure is printed in one sentence and gives 1. `onSignal` may
 * replace the exit code of a signal.
 */
export const runUntilShutdown = async (
  work: () => Promise<number>,
  close: () => Promise<void>,
  onSignal: (code: number) => number = (code) => code,
): Promise<never> => {
  let closing: Promise<void> | undefined;
  const leave = async (code: number): Promise<never> => {
    endRuns();
    closing ??= close();
    await closing.catch((error: unknown) => console.error(failureText(error)));
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (closing) return;
      say('\nStopping…');
      void leave(onSignal(128 + constants.signals[signal]));
    });
  }
  for (const crash of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(crash, (error: unknown) => {
      // Nothing can be printed when the terminal is gone, but the engines still have to stop.
      if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) console.error(failureText(error));
      void leave(1);
    });
  }
  followParent(() => void leave(1));
  try {
    return await leave(await work());
  } catch (error) {
    if (!closing) console.error(`\n${failureText(error)}`);
    return leave(1);
  }
};
