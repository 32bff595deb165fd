import { existsSync, mkdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { writeJson } from '../json-file.ts';
import { type Places, root } from '../places.ts';
import { cleanEnvironment, tools } from '../tools.ts';
import { answers, type Child, type ProcessGroup, untilReady } from './process-group.ts';

/** The AWS emulator: its address, a stop that saves, and `save`, which saves now (true when completed in time). */
export type MiniStack = { endpoint: string; child: Child; stop(): Promise<boolean>; save(): Promise<boolean> };

/** The time for saving 100 MB of state on a busy machine; killing earlier would lose data. */
const grace = 90_000;

const environment = (places: Places, port: number, searchPort: number, auth: boolean): NodeJS.ProcessEnv => ({
  ...cleanEnvironment(),
  PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`,
  GATEWAY_PORT: String(port),
  BIND_HOST: '127.0.0.1',
  MINISTACK_HOST: 'localhost',
  STATE_DIR: places.aws,
  S3_DATA_DIR: join(places.aws, 's3'),
  S3_PERSIST: '1',
  PERSIST_STATE: '1',
  LAMBDA_EXECUTOR: 'local',
  IOT_MTLS_ENABLED: '0',
  SFTP_ENABLED: '0',
  NODE_PATH: join(root, 'node_modules'),
  TMPDIR: places.temporary,
  MINISTACK_OPENSEARCH_ENDPOINT: `localhost:${searchPort}`,
  WORKER_IDLE_S: process.env.CONCORD_WORKER_IDLE_S ?? '120',
  // Queued calls count as running. The queue limits them already, so the account limit is off.
  LAMBDA_ACCOUNT_CONCURRENCY: '0',
  WORKERS_PER_FUNCTION: process.env.CONCORD_WORKERS_PER_FUNCTION ?? '16',
  PYTHONDONTWRITEBYTECODE: '1',
  AUTH: String(auth),
});

const checkpointed = async (file: string, since: number): Promise<boolean> => {
  for (const until = Date.now() + grace; Date.now() < until; ) {
    if (existsSync(file) && statSync(file).mtimeMs >= since) return true;
    await sleep(50);
  }
  return false;
};

/**
 * Starts the emulator on a state folder and continues its data, if any. With `auth` it enforces IAM: each function may do only what its
 * role permits. PlainFailure when it does not start.
 */
export const startMiniStack = async (
  processGroup: ProcessGroup,
  places: Places,
  { port, searchPort, auth = false }: { port: number; searchPort: number; auth?: boolean },
): Promise<MiniStack> => {
  // Unzipped functions of an earlier run; the emulator unzips again.
  rmSync(places.temporary, { recursive: true, force: true });
  for (const folder of [places.temporary, join(places.aws, 's3')]) mkdirSync(folder, { recursive: true });
  // The emulator's worker is CommonJS; without this Node would use Concord's own package.json, which declares ESM.
  writeJson(join(places.temporary, 'package.json'), { type: 'commonjs' });
  // Bundles of `npm run dev` contain no packages and load them from here.
  symlinkSync(join(root, 'node_modules'), join(places.temporary, 'node_modules'));
  const child = processGroup.start({
    name: 'The AWS emulator (MiniStack)',
    command: tools.python,
    args: [tools.launcher, places.aws],
    env: environment(places, port, searchPort, auth),
    cwd: places.state,
    log: join(places.logs, 'ministack.log'),
    mark: places.aws,
    grace,
  });
  const endpoint = `http://localhost:${port}`;
  await untilReady(child, () => answers(`${endpoint}/_ministack/health`, (status) => status === 200), 60_000);
  const save = async (): Promise<boolean> => {
    const since = Date.now();
    process.kill(child.pid, 'SIGUSR1');
    return checkpointed(join(places.aws, 'checkpoint'), since);
  };
  return { endpoint, child, stop: () => child.stop(), save };
};
