import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { costDeps } from '../../deps.ts';
import { recordCost } from '../../use-cases/record-cost.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, costDeps, ({ actor, body: entered, now, keep }, deps) =>
  recordCost(deps, { entered, by: actorName(actor), now, keep }),
);
