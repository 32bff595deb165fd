import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { priceChangeDeps } from '../../deps.ts';
import { approvePriceChange } from '../../use-cases/approve-price-change.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, priceChangeDeps, ({ actor, body: { seal }, now, keep }, deps) =>
  approvePriceChange(deps, { seal, by: actorName(actor), now, keep }),
);
