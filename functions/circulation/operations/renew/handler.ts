import { type Actor, chargedBy } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer as answered, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { calendarBranch } from '../../domain/policies.ts';
import { decideRenewal, saysEnoughToRenew } from '../../domain/renewal.ts';
import { askLender } from '../../use-cases/ask-lender.ts';
import { decideAndSave } from '../../use-cases/decide-and-save.ts';
import { findItem } from '../../use-cases/find.ts';
import { auditOf, overrideBy } from '../../use-cases/overriding.ts';
import { sharingHouse } from '../../use-cases/sharing-house.ts';
import { newKey, usedBefore } from '../../use-cases/used-key.ts';
import { contract } from './contract.ts';

/** The loan that this caller may renew: patrons only their own, which for others is as if not lent. */
const loanFor = (actor: Actor | undefined, { loan }: ItemCirculation) =>
  loan && (actor?.kind !== 'patron' || loan.patronId === actor.id) ? loan : undefined;

export const handler = handle(
  contract,
  sharingHouse,
  async ({ actor, body, now, idempotency }, { ids, sharing, ...house }) => {
    const branchId = actor?.kind === 'patron' ? undefined : body.branchId;
    const policies = await house.policiesAt(now);
    if (!policies) return refuse('no-policies', 'The consortium has adopted no loan rules yet.');
    const supervised = overrideBy(actor, branchId, body.override);
    if ('refused' in supervised) return supervised;
    const key = newKey(actor, contract.id, idempotency);
    const outcome = await decideAndSave(house.table, async (reading) => {
      const item = await findItem(house, body.item, reading);
      if ('refused' in item) return item;
      const { itemId } = item;
      const loan = loanFor(actor, item);
      const used = usedBefore(item, key);
      if (used && 'refused' in used) return used;
      if (used) {
        const [loanId = '', due = '', asked] = used.kept.split(' ');
        return { again: { itemId, loanId, due, ...(asked !== undefined && { asked: true as const }) } };
      }
      if (!loan) return refuse('not-on-loan', 'The item is not lent to you.', '/body/item');
      const asked = await askLender(sharing, { actor, branchId, now, key }, item, loan);
      if (asked) return asked;
      const place = calendarBranch(policies, item, loan.checkoutBranch);
      const [calendars, patron, waiting] = await Promise.all([
        house.calendars([place], now),
        house.status(loan.patronId, reading),
        house.unions.waitingFor(item, saysEnoughToRenew({ item, policies, patronId: loan.patronId }), reading),
      ]);
      const calendar = calendars.get(place);
      if (!calendar || !patron) return refuse('unknown-branch', `${place} is no branch.`, '/body/item');
      const decision = decideRenewal({
        ...{ item, patron, at: iso(now), policies, calendar, waiting, ...supervised },
        ...(branchId !== undefined && { branchId }),
        ...(key && { key }),
        ids: { bill: ids.next('bill', now), entry: ids.next('entry', now) },
      });
      if ('refused' in decision) return decision;
      const due = decision.changes.item?.after.loan?.due ?? loan.due;
      const answer = { itemId, loanId: loan.loanId, due };
      const audit = auditOf('renewal', item, iso(now), ids.next('audit', now), supervised.override);
      return { decided: decision, read: { item, ...audit, by: chargedBy(actor) }, answer };
    });
    return 'refused' in outcome ? outcome : answered(outcome.ok);
  },
);
