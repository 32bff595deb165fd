import { idTime } from '../../../layers/kernel/identity/id.ts';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { costCentreOf } from '../../patrons/public/department-store.ts';
import type { CirculationStores } from '../data/circulation-stores.ts';
import { decideCheckout } from '../domain/checkout.ts';
import type { Override } from '../domain/findings.ts';
import { type KeptLoan, unpackLoan } from '../domain/kept-results.ts';
import { type CirculationPolicies, calendarBranch } from '../domain/policies.ts';
import type { NewKey } from '../domain/used-keys.ts';
import { decideAndSave } from './decide-and-save.ts';
import { claimOf, findItem, findPatron, ownHoldOn } from './find.ts';
import { inWhoseName } from './in-whose-name.ts';
import { refuseClosed } from './opened.ts';
import { overdueOf } from './overdue-of.ts';
import { auditOf } from './overriding.ts';
import { usedBefore } from './used-key.ts';
import { wardsOwe } from './wards-owe.ts';

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

/**
 * Lends an item: the one way, whoever asks. Reads, decides with all refusals at once, writes in one transaction; a key used
 * before gives the same loan again.
 */
export const lendItem = (house: CirculationStores, ids: Ids, lending: Lending) => {
  const { branchId, policies, key, now, by, override, inLibrary = false } = lending;
  const [at, loanId] = [iso(now), ids.next('loan', now)];
  return decideAndSave(house.table, async (reading) => {
    const [item, patron] = await Promise.all([
      findItem(house, lending.item, reading),
      findPatron(house, lending, reading),
    ]);
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
    const acting = await inWhoseName(house, lending.proxy, { item, patron, claim, at }, reading);
    if ('refused' in acting) return acting;
    const { maxOverdue, wardsOwedLimit } = policies.blocks.body;
    // Each is read only where a policy or the patron has it; side by side, since somebody waits at the desk.
    const [costCentre, overdue, wards] = await Promise.all([
      costCentreOf(house.table, patron),
      overdueOf(house, patron, maxOverdue, at),
      wardsOwe(house, patron, wardsOwedLimit, at),
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
      read: { ...read, ...auditOf('checkout', item, at, ids.next('audit', now), override) },
      answer: answerOf(item, { loanId, due, ruleId, policyVersion }, branchId),
    };
  });
};
