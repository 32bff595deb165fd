import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { patronBatchDeps } from '../../deps.ts';
import { startBatch } from '../../use-cases/start-batch.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronBatchDeps, ({ actor, path, body, now }, deps) =>
  startBatch(deps, { ...path, way: body.way, by: actorName(actor), now }),
);
