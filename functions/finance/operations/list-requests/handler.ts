import { handle } from '../../../../layers/platform/http/handle.ts';
import { requestDeps } from '../../deps.ts';
import { listRequests } from '../../use-cases/list-requests.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, requestDeps, ({ path: { day }, query, now }, deps) => {
  const { member, operation, after } = query;
  return listRequests(deps, { day, member, operation, after }, now);
});
