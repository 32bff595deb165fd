import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { machineDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  machineDeps,
  async ({ actor, path: { clientId }, body, now }, { machines, ids }) => {
    const client = await machines.get(clientId);
    if (client?.memberId !== body.memberId) return refuse('client-unknown', 'This member has no such machine.');
    const withdrawnAt = iso(now);
    const line = { subject: `machine:${clientId}`, at: withdrawnAt, auditId: ids.next('audit', now) };
    const audit = { ...line, by: actorName(actor), did: 'withdraw-machine-client', detail: { reason: body.reason } };
    return (await machines.withdraw(clientId, withdrawnAt, audit))
      ? answer({ clientId, withdrawnAt })
      : refuse('withdrawn-already', 'This machine was withdrawn before.');
  },
);
