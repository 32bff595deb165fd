import { handle } from '../../../../layers/platform/http/handle.ts';
import { webhookDeps } from '../../deps.ts';
import { listDeliveries } from '../../use-cases/list-deliveries.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, webhookDeps, ({ path, query: { after } }, deps) =>
  listDeliveries(deps, { ...path, after }),
);
