import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { titleDeps } from '../../deps.ts';
import { offerLastCopy } from '../../use-cases/offer-last-copy.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, titleDeps, ({ actor, path, body, now }, deps) =>
  offerLastCopy(deps, { ...path, ...body, by: actorName(actor), now }),
);
