import { handle } from '../../../../layers/platform/http/handle.ts';
import { copyDeps } from '../../deps.ts';
import { showCopy } from '../../use-cases/copies/show-copy.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, copyDeps, ({ actor, path: { requestId }, now }, deps) =>
  showCopy(deps, { actor, requestId, now }),
);
