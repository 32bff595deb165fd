import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { scenarioDeps } from '../../deps.ts';
import { changeScenario } from '../../use-cases/change-scenario.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, scenarioDeps, ({ actor, path, body, now, keep }, deps) =>
  changeScenario(deps, { ...path, body, by: actorName(actor), now, keep }),
);
