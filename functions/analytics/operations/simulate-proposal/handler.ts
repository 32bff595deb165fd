import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { simulationDeps } from '../../deps.ts';
import { simulateFromLog } from '../../use-cases/simulate-from-log.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, simulationDeps, ({ actor, path, body, now }, deps) =>
  simulateFromLog(deps, { ...path, ...body, actor: staffOf(actor), now }),
);
