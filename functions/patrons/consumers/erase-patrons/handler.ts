import { work } from '../../../../layers/platform/http/work.ts';
import { erasureJobDeps } from '../../deps.ts';
import { erasePatrons } from '../../use-cases/erase-patrons.ts';
import { erasureAudit } from '../../use-cases/erasure-audit.ts';
import { contract } from './contract.ts';

export const handler = work(contract, erasureJobDeps, (_event: unknown, deps, { now }) =>
  erasePatrons(deps, erasureAudit(deps.ids, now, 'job')),
);
