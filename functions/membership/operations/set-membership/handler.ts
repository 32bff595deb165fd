import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { memberDeps } from '../../deps.ts';
import { setMembership } from '../../use-cases/set-membership.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, memberDeps, ({ actor, path: { memberId }, body, now, keep }, deps) =>
  setMembership(deps, {
    ...{ memberId, membership: body, now, keep },
    audit: { auditId: deps.ids.next('audit', now), by: actorName(actor) },
  }),
);
