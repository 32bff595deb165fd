import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { MachineStore } from '../data/machine-store.ts';
import type { MachineClient } from '../domain/machine.ts';

type Deps = { machines: MachineStore; ids: Ids };
type Input = { wanted: Omit<MachineClient, 'clientId' | 'createdAt' | 'withdrawnAt'>; by: string; now: number };

/** Creates a machine client of a member. Returns it with its secret, which is never returned again. */
export const createMachineClient = async ({ machines, ids }: Deps, { wanted, by, now }: Input) => {
  const { memberId, branchId, scopes } = wanted;
  if (branchId !== undefined && memberOfBranch(branchId) !== memberId)
    return refuse('branch-elsewhere', 'The branch belongs to another member.', '/body/branchId');
  const [clientId, createdAt] = [ids.next('machine', now), iso(now)];
  const client = { ...wanted, clientId, createdAt };
  const clientSecret = ids.secret();
  const audit = { subject: `machine:${clientId}`, at: createdAt, auditId: ids.next('audit', now), by };
  const detail = { memberId, scopes };
  const added = await machines.add(client, clientSecret, { ...audit, did: 'create-machine-client', detail });
  return added
    ? answer({ ...client, clientSecret })
    : refuse('place-unknown', 'There is no such member or branch.', '/body/memberId');
};
