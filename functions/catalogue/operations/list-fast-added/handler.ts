import { handle } from '../../../../layers/platform/http/handle.ts';
import { tableDeps } from '../../deps.ts';
import { listFastAdded } from '../../use-cases/list-fast-added.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, tableDeps, ({ path: { memberId }, query }, { table }) =>
  listFastAdded(table, memberId, query),
);
