import { handle } from '../../../../layers/platform/http/handle.ts';
import { invoiceDeps } from '../../deps.ts';
import { listInvoices } from '../../use-cases/list-invoices.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  invoiceDeps,
  ({ path: { memberId }, query: { limit, after, ...filter } }, deps) =>
    listInvoices(deps, { memberId, filter, page: { limit, after } }),
);
