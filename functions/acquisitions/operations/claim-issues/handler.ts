import { handle } from '../../../../layers/platform/http/handle.ts';
import { serialDeps } from '../../deps.ts';
import { claimIssues } from '../../use-cases/claim-issues.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, serialDeps, ({ path: { memberId }, body: { issues }, now, keep }, deps) =>
  claimIssues(deps, { memberId, issues, now, keep }),
);
