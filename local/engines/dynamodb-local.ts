import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cleanEnvironment, tools } from '../tools.ts';
import { answers, type Child, type ProcessGroup, untilReady } from './process-group.ts';

/** A running DynamoDB Local, with its address. */
export type DynamoDbLocal = { endpoint: string; child: Child };

/** Starts Amazon's DynamoDB Local in memory; the data are lost when it stops. */
export const startDynamoDbLocal = async (
  processGroup: ProcessGroup,
  { folder, port, log }: { folder: string; port: number; log: string },
): Promise<DynamoDbLocal> => {
  mkdirSync(folder, { recursive: true });
  const server = [
    'software.amazon.dynamodb.services.local.main.ServerRunner',
    '-inMemory',
    '-sharedDb',
    '-disableTelemetry',
  ];
  // Its requests make short-lived objects only: the serial collector with a large young generation does the least work.
  const java = [
    'java',
    '-Xmx512m',
    '-Xmn256m',
    '-XX:+UseSerialGC',
    `-Djava.library.path=${tools.dynamoDbLocal}`,
    `-Dconcord.folder=${folder}`,
  ];
  const child = processGroup.start({
    name: 'DynamoDB Local',
    command: tools.python,
    args: [tools.exitWithParent, ...java, '-cp', join(tools.dynamoDbLocal, '*'), ...server, '-port', String(port)],
    env: cleanEnvironment(),
    cwd: folder,
    log,
    mark: folder,
    grace: 5_000,
  });
  const endpoint = `http://localhost:${port}`;
  // It is ready when it answers an unsigned GET with 400.
  await untilReady(child, () => answers(endpoint, (status) => status === 400), 60_000);
  return { endpoint, child };
};
