import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { scenarioDeps } from '../../deps.ts';
import { createScenario } from '../../use-cases/create-scenario.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, scenarioDeps, ({ actor, body: input, now, keep }, deps) =>
  createScenario(deps, { input, by: actorName(actor), now, keep }),
);
