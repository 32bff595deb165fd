import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { type Actor, staffOf } from '../../../layers/platform/http/actor.ts';
import { membersOf } from '../domain/requests/members-of-staff.ts';
import type { DoneBy, LoanRequest } from '../domain/requests/request.ts';
import type { ViewerRole } from '../domain/requests/views.ts';

/** Returns the role of staff who take a step at a branch, on one side of the request. */
export const staffAt = (
  actor: Actor | undefined,
  branch: string,
  as: 'requester' | 'supplier',
): { by: DoneBy; viewer: ViewerRole & { member: string } } => ({
  by: { kind: 'staff', staffId: staffOf(actor).id, branch },
  viewer: { as, member: memberOfBranch(branch) },
});

/** Returns the role of the patron, or of the requester's staff at a branch; undefined when staff did not name their branch. */
export const patronOrStaff = (
  actor: Actor | undefined,
  branchId: string | undefined,
): { by: DoneBy; viewer: ViewerRole; patronId?: string } | undefined => {
  if (actor?.kind === 'patron') return { by: { kind: 'patron' }, viewer: { as: 'patron' }, patronId: actor.id };
  return branchId === undefined ? undefined : staffAt(actor, branchId, 'requester');
};

/** Returns the role in which somebody may read a request: its patron, or staff for loans of a member that has part in it. */
export const viewerRoleOf = (request: LoanRequest, actor: Actor | undefined): ViewerRole | undefined => {
  if (actor?.kind === 'patron') return request.patron?.patronId === actor.id ? { as: 'patron' } : undefined;
  if (actor?.kind !== 'staff') return undefined;
  const members = membersOf(actor.grants);
  if (members.includes(request.requesterMember)) return { as: 'requester', member: request.requesterMember };
  const supplier = request.asks.findLast(({ supplierMember }) => members.includes(supplierMember));
  return supplier && { as: 'supplier', member: supplier.supplierMember };
};
