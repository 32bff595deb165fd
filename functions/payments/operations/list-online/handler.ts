import { handle } from '../../../../layers/platform/http/handle.ts';
import { paymentDeps } from '../../deps.ts';
import { listOnline } from '../../use-cases/list-online.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  paymentDeps,
  ({ path: { memberId }, query: { month, payment, ...page } }, deps) =>
    listOnline(deps, { memberId, month, payment, page }),
);
