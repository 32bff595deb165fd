import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { CirculationStores, Consistency } from '../../data/circulation-stores.ts';
import { circulationDeps } from '../../deps.ts';
import { decideDamage } from '../../domain/damage.ts';
import type { Bill, BillKind } from '../../domain/decision.ts';
import { calendarBranch } from '../../domain/policies.ts';
import { decideAndSave } from '../../use-cases/decide-and-save.ts';
import { findItem } from '../../use-cases/find-item.ts';
import { loadItemHold } from '../../use-cases/load-item-holds.ts';
import { loadLostBill } from '../../use-cases/load-lost-bill.ts';
import { resolvePatron } from '../../use-cases/resolve-patron.ts';
import { contract } from './contract.ts';

type Named = { patron?: string | undefined; member?: string | undefined };

/** Who had the item; whom the desk names, when it is not lent any more; nobody. */
const payerOf = async (
  house: CirculationStores,
  { loan }: ItemCirculation,
  { patron, member }: Named,
  reading: Consistency,
) => {
  if (loan) return house.status(loan.patronId, reading);
  return patron === undefined ? undefined : resolvePatron(house, { patron, member }, reading);
};

const sumOf = (bills: readonly Bill[], kind: BillKind) => {
  const bill = bills.find((one) => one.kind === kind);
  return bill && { amount: bill.amount, currency: bill.currency };
};

export const handler = handle(contract, circulationDeps, async ({ actor, body, now, keep }, { ids, ...house }) => {
  const { branchId, amount } = body;
  const policies = await house.policiesAt(now);
  if (!policies) return refuse('no-policies', 'The consortium has adopted no loan rules yet.');
  const outcome = await decideAndSave(
    house.table,
    async (reading) => {
      const item = await findItem(house, body.item, reading);
      if ('refused' in item) return item;
      const payer = await payerOf(house, item, body, reading);
      if (payer && 'refused' in payer) return payer;
      const place = item.loan ? calendarBranch(policies, item, item.loan.checkoutBranch) : branchId;
      const calendar = (await house.calendars([place], now)).get(place);
      if (!calendar) return refuse('unknown-branch', `${place} is no branch.`, '/body/branchId');
      const [claim, lostBill] = await Promise.all([
        loadItemHold(house, item, reading),
        loadLostBill(house, item, reading),
      ]);
      const decision = decideDamage({
        ...{ item, branchId, at: iso(now), policies, waiting: [], calendarOf: () => calendar },
        ids: { bill: ids.next('bill', now), fineEntry: ids.next('entry', now), refundEntry: ids.next('entry', now) },
        damageIds: { bill: ids.next('bill', now), entry: ids.next('entry', now) },
        ...(payer && { patron: payer }),
        ...(claim && { claim }),
        ...(amount !== undefined && { amount }),
        ...lostBill,
      });
      if ('refused' in decision) return decision;
      const { bills } = decision.changes;
      const [charged, fine] = [sumOf(bills, 'damaged'), sumOf(bills, 'overdue')];
      const sought = decision.changes.item?.after.aside?.claim;
      const said = {
        itemId: item.itemId,
        state: 'damaged' as const,
        ...(charged && { charged }),
        ...(fine && { fine }),
        ...(sought !== undefined && { claimed: { amount: sought, currency: policies.loanRules.body.currency } }),
      };
      const read = { item, holds: claim ? [claim] : [], by: actorName(actor) };
      return { decided: decision, read, answer: said };
    },
    keep,
  );
  return 'refused' in outcome ? outcome : answer(outcome.ok);
});
