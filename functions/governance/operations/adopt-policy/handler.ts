import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { adoptionDeps } from '../../deps.ts';
import { adoptPolicy } from '../../use-cases/adopt-policy.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, adoptionDeps, ({ actor, body: adoption, now }, deps) =>
  adoptPolicy(deps, { adoption, by: actorName(actor), now }),
);
