import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { payoutDeps } from '../../deps.ts';
import { askPayout } from '../../use-cases/ask-payout.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, payoutDeps, ({ actor, path: { memberId }, body: payout, now, keep }, deps) =>
  askPayout(deps, { memberId, payout, by: actorName(actor), now, keep }),
);
