import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { PlainFailure } from '../failure.ts';
import { readJson, writeJson } from '../json-file.ts';

/** A process to start. `mark` is a text in its command line that no other process has: its data folder. */
type Start = {
  name: string;
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  cwd: string;
  log: string;
  mark: string;
  /** The time to end after SIGTERM, in milliseconds, before it is killed. */
  grace: number;
};

/** A child process. `ended` resolves to its exit code (null after a signal); `stop` waits until it has ended. */
export type Child = {
  name: string;
  pid: number;
  log: string;
  ended: Promise<number | null>;
  alive(): boolean;
  /** True when it ended as requested; false when it had ended before or had to be killed. */
  stop(): Promise<boolean>;
};

const runningSchema = z.object({
  parent: z.number(),
  children: z.array(z.object({ name: z.string(), pid: z.number(), mark: z.string(), grace: z.number() })),
});
type Running = z.infer<typeof runningSchema>;

/** A process's command line; '' when it is gone. */
const commandLine = (pid: number): string =>
  spawnSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !/^\s*Z/.test(spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '');
  } catch {
    return false;
  }
};

/** Signals a whole process group; ignores one that has ended. */
const signalGroup = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(-pid, signal);
  } catch {
    // It has already ended.
  }
};

const stopLeftOver = async ({ pid, mark, grace }: Running['children'][number]): Promise<void> => {
  // The pid may have been reused, so only a process with our mark is ended.
  if (!commandLine(pid).includes(mark)) return;
  signalGroup(pid, 'SIGTERM');
  for (const until = Date.now() + grace; Date.now() < until && alive(pid); ) await sleep(100);
  if (commandLine(pid).includes(mark)) signalGroup(pid, 'SIGKILL');
};

/** Returns the last lines of a log, for an error message. */
export const tail = (log: string, lines: number): string => {
  try {
    return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '';
  }
};

/** The processes of one instance: started, recorded and stopped together. */
export type ProcessGroup = {
  /** True when the last run on this state folder did not stop cleanly (crash, kill -9, power failure). */
  uncleanStop: boolean;
  start(start: Start): Child;
  /**
   * Stops all processes at once and waits; safe to call twice. False when one had already ended or had to be killed: its
   * data is then not saved, and the next run sees an unclean stop.
   */
  stopAll(): Promise<boolean>;
  /** Last resort when this process exits: kills the groups without waiting. */
  killAll(): void;
};

const startIn = (children: Child[], note: () => void, marks: Map<number, Start>, start: Start): Child => {
  mkdirSync(dirname(start.log), { recursive: true });
  const log = openSync(start.log, 'a');
  // Its own process group: Ctrl-C in the terminal reaches this process only, which then stops the others in order.
  const child = spawn(start.command, start.args, {
    cwd: start.cwd,
    env: start.env,
    stdio: ['ignore', log, log],
    detached: true,
  });
  const pid = child.pid;
  if (pid === undefined) throw new PlainFailure(`${start.name} could not be started: ${start.command} does not run.`);
  let running = true;
  const ended = new Promise<number | null>((resolve) => {
    child.on('exit', (code) => {
      running = false;
      marks.delete(pid);
      resolve(code);
    });
  });
  let stopped: Promise<boolean> | undefined;
  const end = async (): Promise<boolean> => {
    if (!running) return false;
    signalGroup(pid, 'SIGTERM');
    const late = await Promise.race([ended.then(() => false), sleep(start.grace, true, { ref: false })]);
    if (late) signalGroup(pid, 'SIGKILL');
    await ended;
    // Processes that the child itself started are in its group and end with it.
    signalGroup(pid, 'SIGKILL');
    return !late;
  };
  const stop = (): Promise<boolean> => {
    stopped ??= end();
    return stopped;
  };
  const started: Child = { name: start.name, pid, log: start.log, ended, alive: () => running, stop };
  children.push(started);
  marks.set(pid, start);
  note();
  return started;
};

/**
 * Opens the process group of a state folder: refuses when another live run has it, ends processes left by an unclean stop, and reports
 * whether there was one.
 */
export const openProcessGroup = async (runningFile: string): Promise<ProcessGroup> => {
  const before = readJson(runningFile, runningSchema);
  if (
    before &&
    before.parent !== process.pid &&
    alive(before.parent) &&
    /local\/\S+\.ts/.test(commandLine(before.parent))
  ) {
    throw new PlainFailure(
      `Concord is running on this state folder already (process ${before.parent}): stop it with Ctrl-C there, or set CONCORD_STATE_DIR to start a second copy.`,
    );
  }
  await Promise.all((before?.children ?? []).map(stopLeftOver));
  const children: Child[] = [];
  const marks = new Map<number, Start>();
  const note = (): void => {
    const list = [...marks].map(([pid, { name, mark, grace }]) => ({ name, pid, mark, grace }));
    writeJson(runningFile, { parent: process.pid, children: list } satisfies Running);
  };
  note();
  let closed = false;
  const stopAll = async (): Promise<boolean> => {
    closed = true;
    const clean = (await Promise.all(children.map((child) => child.stop()))).every(Boolean);
    if (clean) rmSync(runningFile, { force: true });
    return clean;
  };
  return {
    uncleanStop: before !== undefined,
    start: (start) => {
      // After Ctrl-C during a start, nothing more may start while the others are being stopped.
      if (closed) throw new PlainFailure(`${start.name} is not started: stopping.`);
      return startIn(children, note, marks, start);
    },
    stopAll,
    killAll: () => {
      for (const pid of marks.keys()) signalGroup(pid, 'SIGKILL');
    },
  };
};

/** Waits until `ready` is true; PlainFailure with the log's last lines when the child ends or on time-out. */
export const untilReady = async (child: Child, ready: () => Promise<boolean>, milliseconds: number): Promise<void> => {
  for (const until = Date.now() + milliseconds; Date.now() < until; ) {
    if (!child.alive())
      throw new PlainFailure(`${child.name} ended while starting (log: ${child.log}):\n${tail(child.log, 5)}`);
    if (await ready().catch(() => false)) return;
    await sleep(100);
  }
  throw new PlainFailure(`${child.name} was not ready after ${Math.round(milliseconds / 1000)} s (log: ${child.log}).`);
};

/** Whether an address responds within a second, with any status. */
export const answers = async (url: string, accept: (status: number) => boolean = () => true): Promise<boolean> =>
  accept((await fetch(url, { signal: AbortSignal.timeout(1000) })).status);
