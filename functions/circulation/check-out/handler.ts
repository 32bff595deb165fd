import { decideCheckout } from '../../../layers/domain/circulation/checkout.ts';
import type { ItemCirculation } from '../../../layers/domain/circulation/item-circulation.ts';
import { type KeptLoan, unpackLoan } from '../../../layers/domain/circulation/kept-results.ts';
import { calendarBranch } from '../../../layers/domain/circulation/policies.ts';
import { idTime } from '../../../layers/domain/identity/id.ts';
import { actorName } from '../../../layers/http/actor.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { iso } from '../../../layers/runtime/clock.ts';
import { decideAndSave } from '../decide-and-save.ts';
import { claimOf, findItem, findPatron, ownHoldOn } from '../find.ts';
import { circulationHouse } from '../house.ts';
import { refuseClosed } from '../opened.ts';
import { overdueOf } from '../overdue-of.ts';
import { auditOf, overrideBy } from '../overriding.ts';
import { newKey, usedBefore } from '../used-key.ts';
import { contract } from './contract.ts';

// From what is kept with the key alone, so that a repeated request is answered alike whatever became of the loan.
const answerOf = (item: ItemCirculation, kept: KeptLoan, checkoutBranch: string) => ({
  loan: {
    loanId: kept.loanId,
    itemId: item.itemId,
    barcode: item.barcode,
    ...(item.recordId !== undefined && { recordId: item.recordId }),
    memberId: item.memberId,
    checkoutBranch,
    checkedOutAt: iso(idTime(kept.loanId) ?? 0),
    due: kept.due,
    state: 'open' as const,
    renewals: 0,
  },
  because: { ruleId: kept.ruleId, policyVersion: kept.policyVersion },
});

export const handler = handle(
  contract,
  circulationHouse,
  async ({ actor, body, now, idempotency }, { ids, ...house }) => {
    const { branchId } = body;
    const policies = await house.policiesAt(now);
    if (!policies) return refuse('no-policies', 'The consortium has adopted no loan rules yet.');
    const supervised = overrideBy(actor, branchId, body.override);
    if ('refused' in supervised) return supervised;
    const key = newKey(actor, contract.id, idempotency);
    const [at, loanId] = [iso(now), ids.next('loan', now)];
    const outcome = await decideAndSave(house.table, async (reading) => {
      const [item, patron] = await Promise.all([findItem(house, body.item, reading), findPatron(house, body, reading)]);
      if ('refused' in item) return item;
      if ('refused' in patron) return patron;
      const closed = await refuseClosed(house, patron, branchId, now);
      if (closed) return closed;
      const used = usedBefore(item, key);
      if (used) return 'refused' in used ? used : { again: answerOf(item, unpackLoan(used.kept), branchId) };
      const place = calendarBranch(policies, item, branchId);
      const calendar = (await house.calendars([place], now)).get(place);
      if (!calendar) return refuse('unknown-branch', `${place} is no branch.`, '/body/branchId');
      const [claim, ownHold] = await Promise.all([
        claimOf(house, item, reading),
        ownHoldOn(house, item, patron, reading),
      ]);
      const decision = decideCheckout({
        ...{ item, patron, branchId, at, loanId, policies, calendar, ...supervised },
        ...(claim && { claim }),
        ...(ownHold && { ownHold }),
        ...(key && { key }),
        ...(await overdueOf(house, patron, policies.blocks.body.maxOverdue, at)),
      });
      if ('refused' in decision) return decision;
      const loan = decision.changes.item?.after.loan;
      const { due = at, ruleId = 'base', policyVersion = 0 } = loan ?? {};
      const holds = [claim, ownHold].flatMap((hold) => hold ?? []);
      const read = { item, patrons: [patron], holds, by: actorName(actor) };
      return {
        decided: decision,
        read: { ...read, ...auditOf('checkout', item, at, ids.next('audit', now), supervised.override) },
        answer: answerOf(item, { loanId, due, ruleId, policyVersion }, branchId),
      };
    });
    return 'refused' in outcome ? outcome : answer(outcome.ok);
  },
);
