import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../places.ts';

/** The number of stacks that are deployed at the same time. */
const AT_A_TIME = 4;

/** The arguments of the CDK's commands, for settings and an assembly that are files. */
export const cdkArguments = {
  bootstrap: (account: string, regions: readonly string[]) => [
    'bootstrap',
    ...regions.map((region) => `aws://${account}/${region}`),
  ],
  synth: (app: string, settings: string, assembly: string) => [
    ...['synth', '--quiet', '--app', app, '--context', `settings=${settings}`, '--output', assembly],
  ],
  diff: (assembly: string) => ['diff', '--app', assembly, '--method', 'template'],
  // With several stacks at a time the CDK cannot ask back: the changes, of permissions too, were shown and confirmed before.
  deploy: (assembly: string, outputs: string) => [
    ...['deploy', '--all', '--app', assembly, '--concurrency', String(AT_A_TIME), '--require-approval', 'never'],
    ...['--progress', 'events', '--outputs-file', outputs],
  ],
  destroy: (assembly: string) => [
    ...['destroy', '--all', '--force', '--app', assembly, '--concurrency', String(AT_A_TIME)],
  ],
};

type Run = { args: readonly string[]; log: string; cwd?: string | undefined; onLine?: (line: string) => void };

/** Runs the project's CDK with the user's own credentials; its output goes to a log, and line by line to `onLine`. Returns its exit code. */
export const runCdk = ({ args, log, cwd = root, onLine }: Run): Promise<number> =>
  new Promise((resolve) => {
    mkdirSync(dirname(log), { recursive: true });
    const output = createWriteStream(log);
    const child = spawn(
      process.execPath,
      [join(root, 'node_modules', 'aws-cdk', 'bin', 'cdk'), ...args, '--no-notices', '--no-color', '--ci'],
      {
        cwd,
        env: { ...process.env, CDK_DISABLE_VERSION_CHECK: '1', CDK_DISABLE_CLI_TELEMETRY: 'true' },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        output.write(`${line}\n`);
        onLine?.(line);
      });
    child.on('error', () => resolve(127));
    child.on('close', (code) => output.end(() => resolve(code ?? 128)));
  });
