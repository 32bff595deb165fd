import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { mappingDeps } from '../../deps.ts';
import { fastAdd } from '../../use-cases/fast-add.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, mappingDeps, ({ actor, path, body, now, keep }, deps) =>
  fastAdd(deps, { ...body, ...path, by: actorName(actor), now, keep }),
);
