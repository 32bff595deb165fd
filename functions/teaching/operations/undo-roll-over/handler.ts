import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { schoolDeps } from '../../deps.ts';
import { undoRollOver } from '../../use-cases/undo-roll-over.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, schoolDeps, ({ actor, path, now }, deps) =>
  undoRollOver(deps, { ...path, by: actorName(actor), now }),
);
