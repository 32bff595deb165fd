import { handle } from '../../../../layers/platform/http/handle.ts';
import { fundDeps } from '../../deps.ts';
import { listFunds } from '../../use-cases/list-funds.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, fundDeps, ({ path: { memberId }, query: { year }, now }, deps) =>
  listFunds(deps, { memberId, year, now }),
);
