import { handle } from '../../../../layers/platform/http/handle.ts';
import { deviceDeps } from '../../deps.ts';
import { listDeviceTransactions } from '../../use-cases/list-device-transactions.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, deviceDeps, ({ path, query: { list, ...page } }, deps) =>
  listDeviceTransactions(deps, { ...path, list, page }),
);
