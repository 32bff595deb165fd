import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { copyReadDeps } from '../../deps.ts';
import { showOwnCopy } from '../../use-cases/copies/show-own-copy.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, copyReadDeps, ({ actor, path: { documentId }, now }, deps) =>
  showOwnCopy(deps, { documentId, patronId: patronOf(actor).id, now }),
);
