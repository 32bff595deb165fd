import type { Actor } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { attributeUsage } from '../../../layers/platform/runtime/meter.ts';
import type { ResourceSharingDeps } from '../deps.ts';
import { type LoanRequest, payerOf } from '../domain/requests/request.ts';
import { viewOf } from '../domain/requests/views.ts';
import { hasEnded } from '../domain/workflow/workflow.ts';
import { staffAt } from './request-role.ts';

type Input = { actor: Actor | undefined; requestId: string; branchId: string; now: number };

/** The consortium’s side of a request: it is the supplier of a partner’s request. */
const sideHere = (request: LoanRequest | undefined): 'requester' | 'supplier' =>
  request?.kind === 'outside-supply' ? 'supplier' : 'requester';

const keeps = (request: LoanRequest, member: string): boolean =>
  sideHere(request) === 'requester'
    ? request.requesterMember === member
    : request.asks.some(({ supplierMember }) => supplierMember === member);

/** Starts the workflow of an open request again, for staff of the library on the consortium's side. */
export const restartRequest = async (
  { requests, machine }: Pick<ResourceSharingDeps, 'requests' | 'machine'>,
  { actor, requestId, branchId, now }: Input,
) => {
  const stored = await requests.load(requestId);
  const { viewer } = staffAt(actor, branchId, sideHere(stored?.request));
  const view = stored && keeps(stored.request, viewer.member) ? viewOf(stored.request, viewer) : undefined;
  if (!stored || !view) return refuse('unknown-request', 'There is no such request.');
  attributeUsage({ requester: payerOf(stored.request) });
  if (hasEnded(stored.request)) return refuse('request-ended', 'The request has ended.');
  await machine.start(requestId, `again-${now}`);
  return answer(view);
};
