import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { schoolDeps } from '../../deps.ts';
import { loadRoster } from '../../use-cases/load-roster.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, schoolDeps, ({ actor, path, body, now }, deps) =>
  loadRoster(deps, { ...path, ...body, now, by: actorName(actor) }),
);
