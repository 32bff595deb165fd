import { idTime } from '../../../layers/kernel/identity/id.ts';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { costCentreOf } from '../../patrons/public/department-store.ts';
import type { CirculationStores } from '../data/circulation-stores.ts';
import { decideCheckout } from '../domain/checkout.ts';
import type { Override } from '../domain/findings.ts';
import { type CirculationPolicies, calendarBranch } from '../domain/policies.ts';
import { type StoredLoanResult, unpackLoan } from '../domain/stored-results.ts';
import type { NewKey } from '../domain/used-keys.ts';
import { countOverdue } from './count-overdue.ts';
import { decideAndSave } from './decide-and-save.ts';
import { dependantsDebt } from './dependants-debt.ts';
import { findItem } from './find-item.ts';
import { storedResult } from './item-idempotency.ts';
import { loadItemHold, patronHoldOn } from './load-item-holds.ts';
import { refuseClosedRecord } from './refuse-closed-record.ts';
import { resolvePatron } from './resolve-patron.ts';
import { resolveProxy } from './resolve-proxy.ts';
import { overrideAudit } from './supervisor-override.ts';

/** A checkout as asked for: which item to whom at which branch, by whom; `now` in epoch ms. */
export type Lending = {
  branchId: string;
  item: string;
  patron: string;
  member?: string | undefined;
  /** Who stands there for the patron. */
  proxy?: string | undefined;
  override?: Override | undefined;
  /** The desk says that it is used in the library. */
  inLibrary?: boolean;
  policies: CirculationPolicies;
  key: NewKey | undefined;
  by: string;
  now: number;
};

// From what is kept with the key alone, so that a repeated request is answered alike whatever became of the loan.
const answerOf = (item: ItemCirculation, kept: StoredLoanResult, checkoutBranch: string) => ({
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

/**
 * Lends an item: the one way, whoever asks. Reads, decides with all refusals at once, writes in one transaction; a key used
 * before gives the same loan again.
 */
export const checkOut = (house: CirculationStores, ids: Ids, lending: Lending) => {
  const { branchId, policies, key, now, by, override, inLibrary = false } = lending;
  const [at, loanId] = [iso(now), ids.next('loan', now)];
  return decideAndSave(house.table, async (reading) => {
    const [item, patron] = await Promise.all([
      findItem(house, lending.item, reading),
      resolvePatron(house, lending, reading),
    ]);
    if ('refused' in item) return item;
    if ('refused' in patron) return patron;
    const closed = await refuseClosedRecord(house, patron, branchId, now);
    if (closed) return closed;
    const used = storedResult(item, key);
    if (used) return 'refused' in used ? used : { again: answerOf(item, unpackLoan(used.result), branchId) };
    const place = calendarBranch(policies, item, branchId);
    const calendar = (await house.calendars([place], now)).get(place);
    if (!calendar) return refuse('unknown-branch', `${place} is no branch.`, '/body/branchId');
    const [claim, ownHold] = await Promise.all([
      loadItemHold(house, item, reading),
      patronHoldOn(house, item, patron, reading),
    ]);
    const acting = await resolveProxy(house, lending.proxy, { item, patron, claim, at }, reading);
    if ('refused' in acting) return acting;
    const { maxOverdue, wardsOwedLimit } = policies.blocks.body;
    // Each is read only where a policy or the patron has it; side by side, since somebody waits at the desk.
    const [costCentre, overdue, wards] = await Promise.all([
      costCentreOf(house.table, patron),
      countOverdue(house, patron, maxOverdue, at),
      dependantsDebt(house, patron, wardsOwedLimit, at),
    ]);
    const decision = decideCheckout({
      ...{ item, patron, branchId, at, loanId, policies, calendar, inLibrary },
      ...(override && { override }),
      ...(claim && { claim }),
      ...(ownHold && { ownHold }),
      ...(key && { key }),
      ...acting.named,
      ...costCentre,
      ...overdue,
      ...wards,
    });
    if ('refused' in decision) return decision;
    const loan = decision.changes.item?.after.loan;
    const { due = at, ruleId = 'base', policyVersion = 0 } = loan ?? {};
    const holds = [claim, ownHold].flatMap((hold) => hold ?? []);
    const read = { item, patrons: [patron], holds, by, beside: acting.writes };
    return {
      decided: decision,
      read: { ...read, ...overrideAudit('checkout', item, at, ids.next('audit', now), override) },
      answer: answerOf(item, { loanId, due, ruleId, policyVersion }, branchId),
    };
  });
};
