import { type Actor, staffOf } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { ReadDeps } from '../deps.ts';
import { membersOf } from '../domain/requests/members-of-staff.ts';
import { type WorkCounts, workGroups } from '../domain/workflow/work-groups.ts';

const listed = (counts: WorkCounts) => {
  const groups = workGroups.map((group) => ({ group, count: counts[group] ?? 0 }));
  return { open: groups.reduce((sum, { count }) => sum + count, 0), groups };
};

/** Counts the open requests of a member by group, as requester and as supplier, for its staff. */
export const countWork = async (
  { work }: Pick<ReadDeps, 'work'>,
  { memberId, actor }: { memberId: string; actor: Actor | undefined },
) => {
  if (!membersOf(staffOf(actor).grants).includes(memberId))
    return refuse('other-member', 'You do not work for loans at this member.');
  const [requester, supplier] = await Promise.all([
    work.count('requester', memberId),
    work.count('supplier', memberId),
  ]);
  return answer({ requester: listed(requester), supplier: listed(supplier) });
};
