import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

/** A command to run to its end; its output goes to a file. */
export type Command = { command: string; args: string[]; cwd: string; env: NodeJS.ProcessEnv; log: string };

const groups = new Set<number>();
let leaving = false;

/** Ends every running command with its child processes, and starts no more; used after Ctrl-C. */
export const endRuns = (): void => {
  leaving = true;
  for (const pid of groups) {
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It has already ended.
    }
  }
};

/** Runs a command and gives its exit code (127 when it does not run at all, 128 when a signal ended it). */
export const run = ({ command, args, cwd, env, log }: Command): Promise<number> =>
  new Promise((resolve) => {
    if (leaving) return resolve(128);
    mkdirSync(dirname(log), { recursive: true });
    const output = openSync(log, 'w');
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', output, output], detached: true });
    closeSync(output);
    if (child.pid !== undefined) groups.add(child.pid);
    child.on('error', () => resolve(127));
    child.on('exit', (code) => {
      if (child.pid !== undefined) groups.delete(child.pid);
      resolve(code ?? 128);
    });
  });
