import { join } from 'node:path';
import { startDynamoDbLocal } from '../engines/dynamodb-local.ts';
import { lastSearchPort, startOpenSearch } from '../engines/opensearch.ts';
import { choosePorts } from '../engines/ports.ts';
import { openProcessGroup, type ProcessGroup } from '../engines/process-group.ts';
import { placesOf } from '../places.ts';

/** The engines of the stores level: the environment of its tests, and a stop function. */
export type StoreEngines = { env: Record<string, string>; stop(): Promise<void> };

/** Starts DynamoDB Local and a separate OpenSearch, so that store tests may change anything there. */
export const storeEngines = (state: string): { start(): Promise<StoreEngines>; stop(): Promise<void> } => {
  const places = placesOf(state);
  let processGroup: ProcessGroup | undefined;
  const stop = async (): Promise<void> => {
    await processGroup?.stopAll();
  };
  const start = async (): Promise<StoreEngines> => {
    processGroup = await openProcessGroup(places.running);
    const ports = await choosePorts({
      dynamo: { what: 'DynamoDB Local', variable: 'CONCORD_DYNAMODB_PORT', usual: 8124 },
      search: { what: 'OpenSearch', variable: 'CONCORD_SEARCH_PORT', usual: 9221, last: lastSearchPort },
    });
    const [dynamo, search] = await Promise.all([
      startDynamoDbLocal(processGroup, {
        folder: join(state, 'dynamodb'),
        port: ports.dynamo,
        log: join(places.logs, 'dynamodb.log'),
      }),
      startOpenSearch(processGroup, {
        folder: places.search,
        port: ports.search,
        log: join(places.logs, 'opensearch.log'),
      }),
    ]);
    return { env: { DYNAMODB_LOCAL_ENDPOINT: dynamo.endpoint, OPENSEARCH_ENDPOINT: search.endpoint }, stop };
  };
  return { start, stop };
};
