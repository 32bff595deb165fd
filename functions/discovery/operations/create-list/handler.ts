import { handle } from '../../../../layers/platform/http/handle.ts';
import { listDeps } from '../../deps.ts';
import { createList } from '../../use-cases/create-list.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, listDeps, ({ actor, body, now, keep }, deps) =>
  createList(deps, { actor, ...body, now, keep }),
);
