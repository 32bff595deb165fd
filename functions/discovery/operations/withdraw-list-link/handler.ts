import { handle } from '../../../../layers/platform/http/handle.ts';
import { listDeps } from '../../deps.ts';
import { withdrawListLink } from '../../use-cases/share-list.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, listDeps, ({ actor, path }, deps) =>
  withdrawListLink(deps, { actor, ...path }),
);
