import { actorName, staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { staffDeps } from '../../deps.ts';
import { giveRole } from '../../use-cases/give-role.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, staffDeps, ({ actor, path, body, now }, deps) =>
  giveRole(deps, { byId: staffOf(actor).id, by: actorName(actor), ...path, ...body, now }),
);
