import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { rollOverDeps } from '../../deps.ts';
import { commitRollOver } from '../../use-cases/roll-over/commit-roll-over.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, rollOverDeps, ({ actor, path: place, body: asked, now }, deps) =>
  commitRollOver(deps, { place, asked, actor: staffOf(actor), now }),
);
