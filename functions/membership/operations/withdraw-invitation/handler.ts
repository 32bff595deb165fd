import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { inviteDeps } from '../../deps.ts';
import { withdrawInvitation } from '../../use-cases/withdraw-invitation.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, inviteDeps, ({ actor, path, body, now }, deps) =>
  withdrawInvitation(deps, { ...path, ...body, by: actorName(actor), now }),
);
