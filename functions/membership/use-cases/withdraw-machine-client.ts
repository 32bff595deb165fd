import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { MachineStore } from '../data/machine-store.ts';

type Deps = { machines: MachineStore; ids: Ids };
type Input = { clientId: string; memberId: string; reason: string; by: string; now: number };

/** Withdraws a machine client of a member: its secret is no longer accepted. */
export const withdrawMachineClient = async (
  { machines, ids }: Deps,
  { clientId, memberId, reason, by, now }: Input,
) => {
  const client = await machines.get(clientId);
  if (client?.memberId !== memberId) return refuse('client-unknown', 'This member has no such machine.');
  const withdrawnAt = iso(now);
  const audit = { subject: `machine:${clientId}`, at: withdrawnAt, auditId: ids.next('audit', now), by };
  const line = { ...audit, did: 'withdraw-machine-client', member: memberId, detail: { reason } };
  return (await machines.withdraw(clientId, withdrawnAt, line))
    ? answer({ clientId, withdrawnAt })
    : refuse('withdrawn-already', 'This machine was withdrawn before.');
};
