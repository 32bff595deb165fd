import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { periodDeps } from '../../deps.ts';
import { withdrawAdjustment } from '../../use-cases/withdraw-adjustment.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, periodDeps, ({ actor, path: { month, ...line }, now }, deps) =>
  withdrawAdjustment(deps, { month, line, by: actorName(actor), now }),
);
