import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { endpointsSchema } from '../../local/endpoints.ts';
import { seedAll } from './all.ts';

const given = z.object({ endpoints: endpointsSchema, scale: z.enum(['full', 'tests']) }).parse(workerData);
const say = (line: string): void => parentPort?.postMessage({ say: line });

try {
  parentPort?.postMessage({ accounts: await seedAll({ ...given, say }) });
} catch (error) {
  // Passed as text: some errors of the SDK lose their message between threads.
  const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
  parentPort?.postMessage({ failed: stack });
}
