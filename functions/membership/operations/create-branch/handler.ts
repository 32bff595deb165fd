import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { memberDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, memberDeps, async ({ actor, path, body, now }, { branches }) => {
  if (memberOfBranch(body.branchId) !== path.memberId) {
    return refuse('branch-elsewhere', `The id must begin with ${path.memberId}. (with the dot).`, '/body/branchId');
  }
  const outcome = await branches.create(body, actorName(actor), now);
  if (outcome === 'member-unknown') return refuse('member-unknown', 'There is no such member.', '/path/memberId');
  if (outcome === 'branch-exists') return refuse('branch-exists', `${body.branchId} is taken.`, '/body/branchId');
  return answer(body);
});
