import { decideCancelHold } from '../../../layers/domain/circulation/end-hold.ts';
import type { Hold } from '../../../layers/domain/circulation/hold.ts';
import { memberOfBranch } from '../../../layers/domain/identity/roles.ts';
import type { Actor } from '../../../layers/http/actor.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { iso } from '../../../layers/runtime/clock.ts';
import { decideAndSave } from '../decide-and-save.ts';
import { circulationHouse } from '../house.ts';
import { holdView } from '../views.ts';
import { contract } from './contract.ts';

/** Patrons cancel their own; a desk those of its library's patrons, and those to be collected at its library. */
const isTheirs = (hold: Hold, actor: Actor | undefined, branchId = ''): boolean =>
  actor?.kind === 'patron'
    ? hold.patronId === actor.id
    : [hold.patronMember, memberOfBranch(hold.pickupBranch)].includes(memberOfBranch(branchId));

export const handler = handle(contract, circulationHouse, async ({ actor, path, body, now }, house) => {
  const reason = actor?.kind === 'patron' ? 'by-patron' : 'by-staff';
  const outcome = await decideAndSave(house.table, async (reading) => {
    const hold = await house.holds.get(path.recordId, path.holdId, reading);
    if (!hold || !isTheirs(hold, actor, body.branchId)) {
      return refuse('unknown-hold', 'There is no such hold of yours.', '/path/holdId');
    }
    const target = hold.targetItemId;
    const item = target === undefined ? undefined : await house.items.get(target, reading);
    const decision = decideCancelHold({ hold, reason, at: iso(now), ...(item && { item }) });
    if ('refused' in decision) return decision;
    const ended = decision.changes.holds[0]?.after ?? hold;
    return { decided: decision, read: { item, holds: [hold] }, answer: { hold: holdView(ended, []) } };
  });
  return 'refused' in outcome ? outcome : answer(outcome.ok);
});
