import { staffOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { countWork, type WorkCounts } from '../../data/loan-work.ts';
import { workGroups } from '../../domain/workflow/work-groups.ts';
import { reading } from '../../use-cases/reading.ts';
import { membersOf } from '../../use-cases/who.ts';
import { contract } from './contract.ts';

const listed = (counts: WorkCounts) => {
  const groups = workGroups.map((group) => ({ group, count: counts[group] ?? 0 }));
  return { open: groups.reduce((sum, { count }) => sum + count, 0), groups };
};

export const handler = handle(contract, reading, async ({ actor, path: { memberId } }, { table }) => {
  if (!membersOf(staffOf(actor).grants).includes(memberId)) {
    return refuse('other-member', 'You do not work for loans at this member.');
  }
  const [requester, supplier] = await Promise.all([
    countWork(table, 'requester', memberId),
    countWork(table, 'supplier', memberId),
  ]);
  return answer({ requester: listed(requester), supplier: listed(supplier) });
});
