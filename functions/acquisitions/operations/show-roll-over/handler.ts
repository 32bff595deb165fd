import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { rollOverDeps } from '../../deps.ts';
import { showRollOver } from '../../use-cases/roll-over/show-roll-over.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, rollOverDeps, ({ actor, path: place, query: { list, limit, after } }, deps) =>
  showRollOver(deps, { place, list, page: { limit, after }, me: actorName(actor) }),
);
