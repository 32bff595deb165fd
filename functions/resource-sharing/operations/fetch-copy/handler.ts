import { handle } from '../../../../layers/platform/http/handle.ts';
import { copyReadDeps } from '../../deps.ts';
import { showLinkedCopy } from '../../use-cases/copies/show-linked-copy.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, copyReadDeps, ({ path: { token }, now }, deps) =>
  showLinkedCopy(deps, token, now),
);
