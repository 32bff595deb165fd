import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { duplicateDeps } from '../../deps.ts';
import { markDistinct } from '../../use-cases/mark-distinct.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, duplicateDeps, ({ actor, path, body, now }, deps) =>
  markDistinct(deps, { ...path, ...body, by: actorName(actor), now }),
);
