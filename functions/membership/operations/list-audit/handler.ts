import { handle } from '../../../../layers/platform/http/handle.ts';
import { auditDeps } from '../../deps.ts';
import { listAudit } from '../../use-cases/list-audit.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, auditDeps, ({ query: { memberId, limit, after, ...wanted } }, deps) =>
  listAudit(deps, { place: memberId, ...wanted }, { limit, after }),
);
