import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastSearchPort, startOpenSearch } from '../local/engines/opensearch.ts';
import { choosePorts } from '../local/engines/ports.ts';
import { openProcessGroup } from '../local/engines/process-group.ts';
import { tools } from '../local/tools.ts';

/**
 * Runs work with a separate OpenSearch (`runs` briefly or long), or with the one of OPENSEARCH_ENDPOINT; stops what it started. Without
 * the engine's files it runs the work unchanged.
 */
export const withSearch = async <T>(
  work: () => Promise<T>,
  { runs = 'briefly' }: Pick<Parameters<typeof startOpenSearch>[1], 'runs'> = {},
): Promise<T> => {
  if (process.env.OPENSEARCH_ENDPOINT || !existsSync(tools.openSearch)) return work();
  const folder = mkdtempSync(join(tmpdir(), 'concord-bench-search-'));
  const processGroup = await openProcessGroup(join(folder, 'running.json'));
  try {
    const { port } = await choosePorts({
      port: { what: 'OpenSearch', variable: 'CONCORD_SEARCH_PORT', usual: 9231, last: lastSearchPort },
    });
    const started = await startOpenSearch(processGroup, { folder, port, runs, log: join(folder, 'opensearch.log') });
    process.env.OPENSEARCH_ENDPOINT = started.endpoint;
    return await work();
  } finally {
    delete process.env.OPENSEARCH_ENDPOINT;
    await processGroup.stopAll();
    rmSync(folder, { recursive: true, force: true });
  }
};
