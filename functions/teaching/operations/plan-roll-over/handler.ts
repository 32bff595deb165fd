import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { schoolDeps } from '../../deps.ts';
import { planRollOver } from '../../use-cases/plan-roll-over.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, schoolDeps, ({ actor, path, body, now }, deps) =>
  planRollOver(deps, { ...path, ...body, by: actorName(actor), now }),
);
