import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { memberDeps } from '../../deps.ts';
import { updateMember } from '../../use-cases/update-member.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, memberDeps, ({ actor, path: { memberId }, body, now, keep }, deps) =>
  updateMember(deps, { memberId, body, by: actorName(actor), now, keep }),
);
