import { handle } from '../../../../layers/platform/http/handle.ts';
import { readDeps } from '../../deps.ts';
import { listMemberRequests } from '../../use-cases/list-member-requests.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, readDeps, ({ actor, query, now }, deps) =>
  listMemberRequests(deps, actor, query, now),
);
