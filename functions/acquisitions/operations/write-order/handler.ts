import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { orderDeps } from '../../deps.ts';
import { writeOrder } from '../../use-cases/write-order.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, orderDeps, ({ actor, path: { memberId }, body: asked, now, keep }, deps) =>
  writeOrder(deps, { memberId, asked, by: actorName(actor), now, keep }),
);
