import { handle } from '../../../../layers/platform/http/handle.ts';
import { copyrightDeps } from '../../deps.ts';
import { listCountedCopies } from '../../use-cases/copies/list-counted-copies.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, copyrightDeps, ({ path: { memberId }, query, now }, deps) =>
  listCountedCopies(deps, { memberId, query, now }),
);
