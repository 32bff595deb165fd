import { handle } from '../../../../layers/platform/http/handle.ts';
import { listDeps } from '../../deps.ts';
import { listLists } from '../../use-cases/list-lists.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, listDeps, ({ actor, query: { recordId } }, deps) =>
  listLists(deps, actor, recordId),
);
