import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { requestedDeps } from '../../deps.ts';
import { listMostRequested } from '../../use-cases/list-most-requested.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, requestedDeps, async (_, deps) =>
  answer({ titles: await listMostRequested(deps) }),
);
