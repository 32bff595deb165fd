import { handle } from '../../../../layers/platform/http/handle.ts';
import { receiptDeps } from '../../deps.ts';
import { listPurchases } from '../../use-cases/list-purchases.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, receiptDeps, ({ path: { memberId }, query: { limit, after, fund } }, deps) =>
  listPurchases(deps, { memberId, fund, page: { limit, after } }),
);
