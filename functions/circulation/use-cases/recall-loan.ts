import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { holdsUntil } from '../data/hold-candidates.ts';
import type { CirculationDeps } from '../deps.ts';
import { calendarBranch } from '../domain/decisions/policies.ts';
import { decideRecall } from '../domain/loans/recall.ts';
import { decideAndSave } from './decide-and-save.ts';
import { type HoldReference, loadHoldCopies, loadOwnHold } from './load-hold.ts';
import type { OperationInput } from './operation-input.ts';
import { refuseWithoutPolicies } from './refuse-without-policies.ts';

type Input = OperationInput<{ branchId?: string | undefined }, { itemId: string; due: string }> & {
  path: HoldReference;
};

/** Loads the patrons who have these items: the loan rules depend on them. */
const patronsWith = async (deps: CirculationDeps, items: readonly ItemCirculation[]) => {
  const ids = [...new Set(items.flatMap(({ loan }) => loan?.patronId ?? []))];
  const statuses = await Promise.all(ids.map((id) => deps.status(id)));
  return new Map(statuses.flatMap((one) => (one ? [[one.patronId, one] as const] : [])));
};

// The choice depends on other holds' recalls, so stale reads are not acceptable.
const strongly = { strong: true };

/** Recalls for a hold the loan that can be recalled soonest, by the rules of its owner. */
export const recallLoan = async (deps: CirculationDeps, { actor, path, body, now, keep }: Input) => {
  const { branchId } = body;
  const policies = await deps.policiesAt(now);
  if (!policies) return refuseWithoutPolicies();
  const plan = async () => {
    const own = await loadOwnHold(deps, { path, actor, branchId }, strongly);
    if ('refused' in own) return own;
    const { items, recordIds } = await loadHoldCopies(deps, own.hold, strongly);
    // Read after the copies, and the whole queue: the recalls of other holds decide which loan is next (C33).
    const waiting = await holdsUntil(deps.table, recordIds, () => false, strongly);
    const places = items.flatMap((item) => (item.loan ? calendarBranch(policies, item, item.loan.checkoutBranch) : []));
    // Of the calendars only days from now on matter: a guaranteed day that has passed never decides the due date.
    const [calendars, patrons] = await Promise.all([
      deps.calendars([...new Set(places)], now),
      patronsWith(deps, items),
    ]);
    const decision = decideRecall({
      ...{ hold: own.hold, items, waiting, at: iso(now), policies },
      patronOf: (patronId) => patrons.get(patronId),
      calendarOf: (place) => calendars.get(place),
      ...(branchId !== undefined && actor?.kind !== 'patron' && { branchId }),
    });
    if ('refused' in decision) return decision;
    const { itemId, loan } = decision.changes.item?.after ?? decision.item;
    const read = { item: decision.item, holds: [own.hold] };
    return { decided: decision, read, answer: { itemId, due: loan?.due ?? iso(now) } };
  };
  return decideAndSave(deps.table, plan, keep);
};
