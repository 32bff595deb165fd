import { handle } from '../../../../layers/platform/http/handle.ts';
import { serialDeps } from '../../deps.ts';
import { listIssues } from '../../use-cases/list-issues.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, serialDeps, ({ path: place, query: page }, deps) =>
  listIssues(deps, { place, page }),
);
