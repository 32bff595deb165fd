import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { deskDeps } from '../../deps.ts';
import { withdrawDesk } from '../../use-cases/withdraw-desk.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, deskDeps, ({ actor, path, body, now, keep }, deps) =>
  withdrawDesk(deps, { ...path, ...body, by: actorName(actor), now, keep }),
);
