import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDynamoDbLocal } from '../local/engines/dynamodb-local.ts';
import { choosePorts } from '../local/engines/ports.ts';
import { openProcessGroup } from '../local/engines/process-group.ts';

/** Runs work with a separate DynamoDB Local, or with the one of DYNAMODB_LOCAL_ENDPOINT; stops what it started. */
export const withDynamoDb = async <T>(work: () => Promise<T>): Promise<T> => {
  if (process.env.DYNAMODB_LOCAL_ENDPOINT) return work();
  const folder = mkdtempSync(join(tmpdir(), 'concord-prove-'));
  const processGroup = await openProcessGroup(join(folder, 'running.json'));
  try {
    const { port } = await choosePorts({
      port: { what: 'DynamoDB Local', variable: 'CONCORD_DYNAMODB_PORT', usual: 8125 },
    });
    const started = await startDynamoDbLocal(processGroup, { folder, port, log: join(folder, 'dynamodb.log') });
    process.env.DYNAMODB_LOCAL_ENDPOINT = started.endpoint;
    return await work();
  } finally {
    await processGroup.stopAll();
    rmSync(folder, { recursive: true, force: true });
  }
};
