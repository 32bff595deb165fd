import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { machineDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, machineDeps, async ({ actor, body, now }, { machines, ids }) => {
  if (body.branchId !== undefined && memberOfBranch(body.branchId) !== body.memberId) {
    return refuse('branch-elsewhere', 'The branch belongs to another member.', '/body/branchId');
  }
  const clientId = ids.next('machine', now);
  const client = { ...body, clientId, createdAt: iso(now) };
  const clientSecret = ids.secret();
  const audit = {
    subject: `machine:${clientId}`,
    at: iso(now),
    auditId: ids.next('audit', now),
    by: actorName(actor),
    did: 'create-machine-client',
    detail: { memberId: body.memberId, scopes: body.scopes },
  };
  const added = await machines.add(client, clientSecret, audit);
  return added
    ? answer({ ...client, clientSecret })
    : refuse('place-unknown', 'There is no such member or branch.', '/body/memberId');
});
