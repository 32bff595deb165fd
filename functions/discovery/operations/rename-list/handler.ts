import { handle } from '../../../../layers/platform/http/handle.ts';
import { listDeps } from '../../deps.ts';
import { renameList } from '../../use-cases/rename-list.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, listDeps, ({ actor, path, body }, deps) =>
  renameList(deps, { actor, ...path, ...body }),
);
