import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanEnvironment, tools } from '../tools.ts';
import { type Child, type ProcessGroup, untilReady } from './process-group.ts';

/** A running OpenSearch, with its address. */
export type OpenSearch = { endpoint: string; child: Child };

/** The highest HTTP port that the runner accepts; above it, it exits without a message. */
export const lastSearchPort = 9299;

/** Two nodes on one machine with one cluster name would join. */
const clusterOf = (folder: string): string =>
  `concord-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`;

const java = ['-Xmx512m', '-XX:+UseSerialGC'];

const settings = [
  'network.host: 127.0.0.1',
  'transport.port: 9300-9999',
  'discovery.type: single-node',
  'discovery.seed_hosts: []',
  'cluster.routing.allocation.disk.threshold_enabled: false',
  'action.auto_create_index: false',
  '',
].join('\n');

/** The runner silently uses the next port when one is in use, so the response must have our cluster's name. */
const isUp = async (endpoint: string, cluster: string): Promise<boolean> => {
  const health = `${endpoint}/_cluster/health?wait_for_status=yellow&timeout=900ms`;
  const answer = await fetch(health, { signal: AbortSignal.timeout(2000) });
  return answer.ok && (await answer.text()).includes(`"${cluster}"`);
};

/**
 * Java compiles frequently run code twice. The second, optimising compiler costs more in the first minutes than it saves: a load of
 * 16,000 records took 13 seconds of processor time without it instead of 24. It pays off only for long runs.
 */
const compiling = { briefly: ['-XX:TieredStopAtLevel=1'], long: [] } as const;

/** Starts OpenSearch on a data folder, for a brief or long run. PlainFailure when it is not ready within two minutes. */
export const startOpenSearch = async (
  processGroup: ProcessGroup,
  { folder, port, log, runs = 'briefly' }: { folder: string; port: number; log: string; runs?: keyof typeof compiling },
): Promise<OpenSearch> => {
  const config = join(folder, 'node_1', 'config');
  mkdirSync(config, { recursive: true });
  writeFileSync(join(config, 'opensearch.yml'), settings);
  const cluster = clusterOf(folder);
  const options = [
    '-basePath',
    folder,
    '-clusterName',
    cluster,
    '-numOfNode',
    '1',
    '-baseHttpPort',
    String(port - 1),
    '-useLogger',
  ];
  const runner = ['org.codelibs.opensearch.runner.OpenSearchRunner', ...options];
  const child = processGroup.start({
    name: 'OpenSearch',
    command: tools.python,
    args: [tools.exitWithParent, 'java', ...java, ...compiling[runs], '-cp', join(tools.openSearch, '*'), ...runner],
    env: cleanEnvironment(),
    cwd: folder,
    log,
    mark: folder,
    grace: 20_000,
  });
  const endpoint = `http://localhost:${port}`;
  await untilReady(child, () => isUp(endpoint, cluster), 120_000);
  return { endpoint, child };
};
