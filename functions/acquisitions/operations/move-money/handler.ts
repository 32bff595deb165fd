import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { fundDeps } from '../../deps.ts';
import { moveMoney } from '../../use-cases/move-money.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, fundDeps, ({ actor, path: place, body: asked, now, keep }, deps) =>
  moveMoney(deps, { place, asked, actor: staffOf(actor), now, keep }),
);
