import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { tillDeps } from '../../deps.ts';
import { closeTill } from '../../use-cases/close-till.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, tillDeps, ({ actor, body: { counted, ...place }, now, keep }, deps) =>
  closeTill(deps, { place, counted, by: actorName(actor), now, keep }),
);
