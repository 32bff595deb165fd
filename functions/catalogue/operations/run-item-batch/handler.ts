import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { batchRunDeps } from '../../deps.ts';
import { runItemBatch } from '../../use-cases/run-item-batch.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, batchRunDeps, ({ actor, path, body, now }, deps) =>
  runItemBatch(deps, { ...path, ...body, by: actorName(actor), now }),
);
