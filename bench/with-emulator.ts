import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMiniStack } from '../local/engines/ministack.ts';
import { choosePorts } from '../local/engines/ports.ts';
import { openProcessGroup } from '../local/engines/process-group.ts';
import { placesOf } from '../local/places.ts';

/** Runs work with a separate AWS emulator, whose table is where tests look for DynamoDB Local; stops what it started. */
export const withEmulator = async <T>(work: () => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'concord-bench-aws-'));
  const processGroup = await openProcessGroup(join(folder, 'running.json'));
  const before = process.env.DYNAMODB_LOCAL_ENDPOINT;
  try {
    const { port } = await choosePorts({
      port: { what: 'The AWS emulator', variable: 'CONCORD_AWS_PORT', usual: 4666 },
    });
    // No search domain is needed here.
    const started = await startMiniStack(processGroup, placesOf(folder), { port, searchPort: port });
    process.env.DYNAMODB_LOCAL_ENDPOINT = started.endpoint;
    return await work();
  } finally {
    if (before === undefined) delete process.env.DYNAMODB_LOCAL_ENDPOINT;
    else process.env.DYNAMODB_LOCAL_ENDPOINT = before;
    await processGroup.stopAll();
    rmSync(folder, { recursive: true, force: true });
  }
};
