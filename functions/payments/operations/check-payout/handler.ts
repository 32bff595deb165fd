import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { payoutDeps } from '../../deps.ts';
import { checkPayout } from '../../use-cases/check-payout.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, payoutDeps, ({ actor, path, body, now, keep }, deps) =>
  checkPayout(deps, { ...path, ...body, by: actorName(actor), now, keep }),
);
