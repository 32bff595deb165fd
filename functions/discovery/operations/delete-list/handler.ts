import { handle } from '../../../../layers/platform/http/handle.ts';
import { listDeps } from '../../deps.ts';
import { deleteList } from '../../use-cases/delete-list.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, listDeps, ({ actor, path }, deps) => deleteList(deps, { actor, ...path }));
