import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { priceChangeDeps } from '../../deps.ts';
import { preparePriceChange } from '../../use-cases/prepare-price-change.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, priceChangeDeps, ({ actor, body: proposed, now, keep }, deps) =>
  preparePriceChange(deps, { proposed, by: actorName(actor), now, keep }),
);
