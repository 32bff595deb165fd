import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { attributeUsage } from '../../../layers/platform/runtime/meter.ts';
import { viewerOf } from '../../catalogue/public/viewer.ts';
import type { PlacingDeps } from '../deps.ts';
import type { LoanRequest } from '../domain/requests/request.ts';
import type { LoanRequestView } from '../domain/requests/view-schemas.ts';
import { viewOf } from '../domain/requests/views.ts';
import { findOpenBorrower } from './find-borrower.ts';
import { placeForReview } from './place-for-review.ts';
import { placeRequest } from './place-request.ts';
import { type RequestBody, readRequestInput } from './read-request-input.ts';
import { viewerRoleOf } from './request-role.ts';

type Input = {
  actor: Actor | undefined;
  body: RequestBody & { patron?: string | undefined };
  now: number;
  keep: Keep<LoanRequestView>;
};

/** The request as its creator sees it. A machine sees no more of it than the patron does. */
const shownTo = (actor: Actor | undefined, request: LoanRequest) => {
  const own = { as: 'requester', member: request.requesterMember } as const;
  return viewOf(request, actor?.kind === 'machine' ? { as: 'patron' } : (viewerRoleOf(request, actor) ?? own));
};

/** Places the request of a patron or of staff for one; a machine's is stopped for review instead of refused. */
export const placeAsCaller = async (deps: PlacingDeps, { actor, body, now, keep: keepAnswer }: Input) => {
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
};
