import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { homeContentDeps } from '../../deps.ts';
import { setHome } from '../../use-cases/set-home.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, homeContentDeps, ({ actor, path, body, now, keep }, deps) =>
  setHome(deps, { ...path, content: body, by: actorName(actor), now, keep }),
);
