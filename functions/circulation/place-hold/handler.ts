import { isOver } from '../../../layers/domain/circulation/hold.ts';
import { decidePlaceHold } from '../../../layers/domain/circulation/place-hold.ts';
import { holdsPolicyOf } from '../../../layers/domain/circulation/policies.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { iso } from '../../../layers/runtime/clock.ts';
import { decideAndSave } from '../decide-and-save.ts';
import { findPatron } from '../find.ts';
import { forWhom } from '../for-whom.ts';
import { readWish, timesOf } from '../hold-wish.ts';
import { circulationHouse } from '../house.ts';
import { refuseClosed } from '../opened.ts';
import { overdueOf } from '../overdue-of.ts';
import { holdView } from '../views.ts';
import { contract } from './contract.ts';

type Looked = ReturnType<typeof decidePlaceHold>;

/** Whether the way to a copy is a consortium loan: owners lend on request only, or all copies are lent and nobody said to wait. */
const goesElsewhere = (decision: Looked, wait: boolean): boolean => {
  if (decision.fillability !== 'consortium-loan') return false;
  if ('refused' in decision) return decision.refused.every(({ code }) => code === 'only-on-request');
  return !wait;
};

const placedBy = ({ changes }: Extract<Looked, { changes: unknown }>) => {
  const hold = changes.holds.map(({ after }) => after).find((after) => !isOver(after));
  if (!hold) throw new Error('A hold was decided and is not there.');
  return hold;
};

export const handler = handle(contract, circulationHouse, async ({ actor, body, now, keep }, { ids, ...house }) => {
  const who = forWhom(actor, body);
  if (!who) return refuse('patron-missing', 'Say for whom the hold is.', '/body/patron');
  const policies = await house.policiesAt(now);
  if (!policies) return refuse('no-policies', 'The consortium has adopted no loan rules yet.');
  const branch = await house.branches.known(body.pickupBranch, now);
  if (!branch) return refuse('unknown-branch', `${body.pickupBranch} is no branch.`, '/body/pickupBranch');
  const { branchId, calendar, pickup: allowsPickup } = branch;
  const [holdId, at] = [ids.next('hold', now), iso(now)];
  const outcome = await decideAndSave(
    house.table,
    async (reading) => {
      const [patron, wish] = await Promise.all([findPatron(house, who, reading), readWish(house, body, reading)]);
      if ('refused' in patron) return patron;
      if ('refused' in wish) return wish;
      const closed = body.branchId !== undefined && (await refuseClosed(house, patron, body.branchId, now));
      if (closed) return closed;
      const { queue, ...wanted } = wish;
      const ownHolds = queue.filter(({ patronId }) => patronId === patron.patronId);
      const decision = decidePlaceHold({
        ...{ holdId, patron, at, policies, ownHolds, ...wanted, ...timesOf(calendar, body, at) },
        pickup: { branchId, allowsPickup, calendar },
        ...(await overdueOf(house, patron, holdsPolicyOf(policies).maxOverdue, at)),
      });
      if (goesElsewhere(decision, body.wait)) {
        const { later, onRequest } = decision.outlook;
        return refuse('consortium-loan', `No copy now: ${later} lent or spoken for, ${onRequest} on request only.`);
      }
      if ('refused' in decision) return decision;
      const hold = placedBy(decision);
      const shown = { hold: holdView(hold, [...queue, hold]), warnings: decision.alerts };
      return { decided: decision, read: { patrons: [patron] }, answer: shown };
    },
    keep,
  );
  return 'refused' in outcome ? outcome : answer(outcome.ok);
});
