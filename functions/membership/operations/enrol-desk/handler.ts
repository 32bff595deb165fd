import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { deskDeps } from '../../deps.ts';
import { enrolDesk } from '../../use-cases/enrol-desk.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, deskDeps, ({ actor, body, now, keep }, deps) =>
  enrolDesk(deps, { wanted: body, by: actorName(actor), now, keep }),
);
