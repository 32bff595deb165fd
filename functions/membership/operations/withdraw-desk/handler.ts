import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { deskDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  deskDeps,
  async ({ actor, path: { deskId }, body: { memberId, reason }, now, keep }, { desks, ids }) => {
    const desk = await desks.get(deskId);
    if (desk?.memberId !== memberId) return refuse('desk-unknown', 'This member has no such desk.');
    const withdrawnAt = iso(now);
    const line = { subject: `desk:${deskId}`, at: withdrawnAt, auditId: ids.next('audit', now), by: actorName(actor) };
    const audit = { ...line, did: 'withdraw-desk', detail: { reason } };
    return (await desks.withdraw(deskId, withdrawnAt, audit, keep({ deskId, withdrawnAt })))
      ? answer({ deskId, withdrawnAt })
      : refuse('withdrawn-already', 'This desk was withdrawn before.');
  },
);
