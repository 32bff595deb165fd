import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { erasingDeps } from '../../deps.ts';
import { askErasure } from '../../use-cases/ask-erasure.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, erasingDeps, ({ actor, path, body, now }, deps) =>
  askErasure(deps, { ...path, ...body, by: actorName(actor), now }),
);
