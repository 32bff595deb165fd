import type { Actor } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { attributeUsage } from '../../../../layers/platform/runtime/meter.ts';
import { viewerOf } from '../../../catalogue/public/viewer.ts';
import { placingDeps } from '../../deps.ts';
import type { LoanRequest } from '../../domain/requests/request.ts';
import { viewOf } from '../../domain/requests/views.ts';
import { findOpenBorrower } from '../../use-cases/find-borrower.ts';
import { placeForReview } from '../../use-cases/place-for-review.ts';
import { placeRequest } from '../../use-cases/place-request.ts';
import { readRequestInput } from '../../use-cases/read-request-input.ts';
import { viewerRoleOf } from '../../use-cases/request-role.ts';
import { contract } from './contract.ts';

/** The request as its creator sees it. A machine sees no more of it than the patron does. */
const shownTo = (actor: Actor | undefined, request: LoanRequest) => {
  const own = { as: 'requester', member: request.requesterMember } as const;
  return viewOf(request, actor?.kind === 'machine' ? { as: 'patron' } : (viewerRoleOf(request, actor) ?? own));
};

export const handler = handle(contract, placingDeps, async ({ actor, body, now, keep: keepAnswer }, deps) => {
  const input = await readRequestInput(deps, body, now);
  const keep = (request: LoanRequest) => {
    const view = shownTo(actor, request);
    return view ? keepAnswer(view) : [];
  };
  const byPerson = async () => {
    const found = await findOpenBorrower(deps, actor, { named: body.patron, branchId: body.pickupBranch, now });
    return 'refused' in found ? found : placeRequest(deps, found.patron, input, { viewer: viewerOf(actor), now, keep });
  };
  const placed = actor?.kind === 'machine' ? await placeForReview(deps, { ...input, keep }, now) : await byPerson();
  if ('refused' in placed) return placed;
  attributeUsage({ requester: placed.request.requesterMember });
  const view = shownTo(actor, placed.request);
  return view ? answer(view) : refuse('unknown-request', 'There is no such request.');
});
