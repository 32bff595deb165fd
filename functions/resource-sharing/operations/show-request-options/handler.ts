import { handle } from '../../../../layers/platform/http/handle.ts';
import { placingDeps } from '../../deps.ts';
import { showOptions } from '../../use-cases/show-options.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, placingDeps, ({ actor, query, now }, deps) =>
  showOptions(deps, { actor, query, now }),
);
