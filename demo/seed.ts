import { Worker } from 'node:worker_threads';
import * as z from 'zod';
import { accountSchema } from '../local/endpoints.ts';
import type { Seed } from '../local/seed-hook.ts';
import { awsEnvironment, cleanEnvironment } from '../local/tools.ts';

const messageSchema = z.union([
  z.object({ say: z.string() }),
  z.object({ failed: z.string() }),
  z.object({ accounts: z.array(accountSchema) }),
]);
const worker = new URL('./seed/worker.ts', import.meta.url);

/** The last log lines of the handlers, for an error report. */
const LINES_RETAINED = 5;

/**
 * Fills a new instance with the demo consortium, in a thread of its own: the handlers log a line for each request and find the
 * emulator by environment variables, which must not affect this process, and the web server keeps responding.
 */
export const seed: Seed = ({ endpoints, scale, say }) =>
  new Promise((resolve, reject) => {
    const env = { ...cleanEnvironment(), ...awsEnvironment(endpoints.aws) };
    const thread = new Worker(worker, { workerData: { endpoints, scale }, env, stdout: true });
    let errors: string[] = [];
    thread.stdout.setEncoding('utf8').on('data', (text: string) => {
      errors = [...errors, ...text.split('\n').filter((line) => line.includes('"t":"error"'))].slice(-LINES_RETAINED);
    });
    thread.on('message', (given: unknown) => {
      const message = messageSchema.parse(given);
      if ('say' in message) say(message.say);
      else if ('failed' in message) reject(new Error([message.failed, ...errors].join('\n')));
      else resolve(message);
    });
    thread.on('error', reject);
    thread.on('exit', () => reject(new Error('The seed ended before its time.')));
  });
