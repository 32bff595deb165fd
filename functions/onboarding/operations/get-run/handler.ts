import { handle } from '../../../../layers/platform/http/handle.ts';
import { fileDeps } from '../../deps.ts';
import { showRun } from '../../use-cases/show-run.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, fileDeps, ({ actor, path, query: { part } }, deps) =>
  showRun(deps, { actor, path, part }),
);
