import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { tillDeps } from '../../deps.ts';
import { openTill } from '../../use-cases/open-till.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, tillDeps, ({ actor, body, now, keep }, deps) =>
  openTill(deps, { ...body, by: actorName(actor), now, keep }),
);
