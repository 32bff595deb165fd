import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { receiptDeps } from '../../deps.ts';
import { buyItem } from '../../use-cases/buy-item.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, receiptDeps, ({ actor, path: { memberId }, body: asked, now, keep }, deps) =>
  buyItem(deps, { memberId, asked, by: actorName(actor), now, keep }),
);
