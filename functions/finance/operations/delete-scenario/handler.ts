import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { scenarioDeps } from '../../deps.ts';
import { deleteScenario } from '../../use-cases/delete-scenario.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, scenarioDeps, ({ actor, path, query, now }, deps) =>
  deleteScenario(deps, { ...path, ...query, by: actorName(actor), now }),
);
