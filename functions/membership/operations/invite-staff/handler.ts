import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { inviteDeps } from '../../deps.ts';
import { addStaff } from '../../use-cases/add-staff.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, inviteDeps, ({ actor, body, now }, deps) =>
  addStaff(deps, { ...body, by: actorName(actor), now }),
);
