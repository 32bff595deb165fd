import { handle } from '../../../../layers/platform/http/handle.ts';
import { patronsDeps } from '../../deps.ts';
import { listChanges } from '../../use-cases/list-changes.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, ({ path, query }, deps) =>
  listChanges(deps, { ...path, ...query }),
);
