import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { orderDeps } from '../../deps.ts';
import { showOrder } from '../../use-cases/show-order.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, orderDeps, ({ actor, path: place }, deps) =>
  showOrder(deps, { place, reader: actorName(actor) }),
);
