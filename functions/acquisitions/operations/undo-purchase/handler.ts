import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { purchaseDeps } from '../../deps.ts';
import { undoPurchase } from '../../use-cases/undo-purchase.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, purchaseDeps, ({ actor, path: place, body: { reason }, now, keep }, deps) =>
  undoPurchase(deps, { place, reason, by: actorName(actor), now, keep }),
);
