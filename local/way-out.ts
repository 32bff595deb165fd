import { constants } from 'node:os';
import { failureText } from './failure.ts';
import { say } from './progress.ts';
import { endRuns } from './run.ts';

/** Milliseconds between looks whether the command that started this process still lives. */
const look = 1000;

/** Ends the process when npm's side of it is gone, even by kill -9: else the engines would outlive their owner. */
const followParent = (leave: () => void): void => {
  if (!process.env.CONCORD_TETHERED) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && leave(), look).unref();
};

/**
 * Runs a command's work so that, however it ends (return, failure, Ctrl-C, a lost parent, a crash), `close` is awaited
 * first and the exit code tells. `onSignal` may turn a signal's exit code into another. `work` gives the exit code; a failure is told in one sentence and gives 1.
 */
export const untilTheEnd = async (
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
      // A terminal that is gone cannot be told anything; the engines still have to stop.
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
