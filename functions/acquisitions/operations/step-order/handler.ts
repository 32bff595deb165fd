import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { placingDeps } from '../../deps.ts';
import { stepOrder } from '../../use-cases/step-order.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, placingDeps, ({ actor, path: place, body: asked, now, keep }, deps) =>
  stepOrder(deps, { place, asked, actor: staffOf(actor), now, keep }),
);
