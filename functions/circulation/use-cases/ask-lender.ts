import { isPartner } from '../../../layers/kernel/identity/party.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { ItemCirculation, Loan } from '../../items/public/item-circulation.ts';
import type { ResourceSharingDeps } from '../../resource-sharing/deps.ts';
import type { DoneBy } from '../../resource-sharing/domain/requests/request.ts';
import { takeStep } from '../../resource-sharing/use-cases/take-step.ts';
import type { NewKey } from '../domain/used-keys.ts';

/** A renewal as asked for: by whom, at which desk, when (epoch ms), under which key. */
type Wish = { actor: Actor | undefined; branchId: string | undefined; now: number; key: NewKey | undefined };

const doneBy = (actor: Actor | undefined, branch: string | undefined): DoneBy =>
  actor?.kind === 'staff' && branch !== undefined ? { kind: 'staff', staffId: actor.id, branch } : { kind: 'patron' };

/**
 * Asks the lender of an item that is on a loan between libraries whether it may be kept longer: the renewal becomes a step of
 * the request, and the loan is due as before until the lender says yes. Nothing when the item is on no such loan, or is one
 * that a library outside has from us.
 */
export const askLender = async (
  sharing: ResourceSharingDeps,
  { actor, branchId, now, key }: Wish,
  { itemId, request }: ItemCirculation,
  loan: Loan,
) => {
  if (request === undefined || isPartner(loan.patronId)) return undefined;
  const stored = await sharing.requests.load(request.requestId);
  if (!stored) return undefined;
  const { requestId, requesterMember: member } = stored.request;
  const step = await takeStep(sharing, {
    ...{ requestId, side: 'requester', trigger: 'renew', now, branchId, key },
    ...{ viewer: { as: 'requester', member }, by: doneBy(actor, branchId) },
  });
  if ('refused' in step) return step;
  return { again: { itemId, loanId: loan.loanId, due: loan.due, asked: true as const } };
};
