import { isOver } from '../../../layers/domain/circulation/hold.ts';
import { decidePlaceHold } from '../../../layers/domain/circulation/place-hold.ts';
import type { Actor } from '../../../layers/http/actor.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { iso } from '../../../layers/runtime/clock.ts';
import { decideAndSave } from '../decide-and-save.ts';
import { findItem, findPatron, type PatronRef } from '../find.ts';
import { circulationHouse } from '../house.ts';
import { holdView } from '../views.ts';
import { contract } from './contract.ts';

type Named = { patron?: string | undefined; member?: string | undefined };

const forWhom = (actor: Actor | undefined, { patron, member }: Named): PatronRef | undefined => {
  if (actor?.kind === 'patron') return { patron: actor.id };
  return patron === undefined ? undefined : { patron, member };
};

type Looked = ReturnType<typeof decidePlaceHold>;

/** Whether the way to a copy is a consortium loan: owners lend on request only, or all copies are lent and nobody said to wait. */
const goesElsewhere = (decision: Looked, wait: boolean): boolean => {
  if (decision.fillability !== 'consortium-loan') return false;
  if ('refused' in decision) return decision.refused.every(({ code }) => code === 'only-on-request');
  return !wait;
};

export const handler = handle(contract, circulationHouse, async ({ actor, body, now }, { ids, ...house }) => {
  const who = forWhom(actor, body);
  if (!who) return refuse('patron-missing', 'Say for whom the hold is.', '/body/patron');
  const policies = await house.policiesAt(now);
  if (!policies) return refuse('no-policies', 'The consortium has adopted no loan rules yet.');
  const branch = await house.branches.known(body.pickupBranch, now);
  if (!branch) return refuse('unknown-branch', `${body.pickupBranch} is no branch.`, '/body/pickupBranch');
  const pickup = { branchId: branch.branchId, allowsPickup: branch.pickup, calendar: branch.calendar };
  const holdId = ids.next('hold', now);
  const outcome = await decideAndSave(house.table, async (reading) => {
    const [patron, union, wanted] = await Promise.all([
      findPatron(house, who, reading),
      house.unions.find(body.recordId, reading),
      body.item === undefined ? undefined : findItem(house, body.item, reading),
    ]);
    if ('refused' in patron) return patron;
    if (!union) return refuse('unknown-record', 'There is no such record.', '/body/recordId');
    if (wanted && 'refused' in wanted) return refuse('no-holdable-copy', 'There is no such copy.', '/body/item');
    const [items, queue] = await Promise.all([
      house.unions.copies(union, reading),
      house.holds.queue(union.recordIds, reading),
    ]);
    const ownHolds = queue.filter(({ patronId }) => patronId === patron.patronId);
    const decision = decidePlaceHold({
      ...{ holdId, recordId: union.recordId, patron, pickup, at: iso(now), policies, items, ownHolds },
      ...(wanted && { itemId: wanted.itemId }),
    });
    if (goesElsewhere(decision, body.wait)) {
      const { later, onRequest } = decision.outlook;
      return refuse('consortium-loan', `No copy now: ${later} lent or spoken for, ${onRequest} on request only.`);
    }
    if ('refused' in decision) return decision;
    const placed = decision.changes.holds.flatMap(({ after }) => (isOver(after) ? [] : [after]));
    const [hold] = placed;
    if (!hold) throw new Error('A hold was decided and is not there.');
    return { decided: decision, read: { patrons: [patron] }, answer: { hold: holdView(hold, [...queue, hold]) } };
  });
  return 'refused' in outcome ? outcome : answer(outcome.ok);
});
