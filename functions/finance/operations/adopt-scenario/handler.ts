import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { scenarioDeps } from '../../deps.ts';
import { adoptScenario } from '../../use-cases/adopt-scenario.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, scenarioDeps, ({ actor, path, body: decision, now, keep }, deps) =>
  adoptScenario(deps, { ...path, decision, by: actorName(actor), now, keep }),
);
