import { localDay, millis } from '../../../../layers/kernel/calendar/days.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { ResolvedRule } from '../../../../layers/records/policies/domain/resolve.ts';
import type { Fact } from '../../../items/public/facts.ts';
import type { Hold } from '../../../items/public/hold.ts';
import { claims } from '../../../items/public/hold-claims.ts';
import { isAgreed } from '../../../items/public/hold-is-agreed.ts';
import { isOver } from '../../../items/public/hold-is-over.ts';
import { type ItemCirculation, withoutTies } from '../../../items/public/item-circulation.ts';
import type { Loan, LoanTerms } from '../../../items/public/loan.ts';
import type { CounterDeltas } from '../../../patrons/public/counters.ts';
import type { Limit } from '../../../patrons/public/limits.ts';
import { type Decided, nothingYet, type PatronChange, type RecordChange } from '../decisions/decision.ts';
import { contextWith, usesChange } from '../decisions/decision-use.ts';
import type { RefusalFor } from '../decisions/refusals.ts';
import { packLoan } from '../decisions/stored-results.ts';
import { withKey } from '../decisions/used-keys.ts';
import { type CheckoutRequest, collectedHold } from './checkout-request.ts';
import { boundFor } from './interlibrary-item.ts';
import { refusalOfLimit } from './patron-checks.ts';
import { rulesMet } from './rules-met.ts';

type LendTerms = {
  rule: ResolvedRule;
  ruleId: string;
  due: string;
  groups: string[];
  limits: Limit[];
  letThrough: RefusalFor<'checkout'>[];
};

const hourly = ({ loanPeriod, finePerHour, graceMinutes }: ResolvedRule['values']): Partial<LoanTerms> =>
  'hours' in loanPeriod && finePerHour > 0 ? { perHour: finePerHour, ...(graceMinutes > 0 && { graceMinutes }) } : {};

/**
 * Returns the overdue and lost terms of a rule, to be stored with the loan; default values are omitted because the record is limited to
 * 1 KB.
 */
export const loanTerms = ({ values }: ResolvedRule, currency: string): LoanTerms => ({
  perDay: values.finePerDay,
  cap: values.fineCap,
  grace: values.graceDays,
  lost: values.lostCharge,
  currency,
  ...hourly(values),
  ...(values.autoRenewDays !== null && { renew: values.autoRenewDays }),
  ...(values.finesWhenClosed && { closed: true }),
  ...(values.lostAfterDays !== null && { age: values.lostAfterDays }),
  ...(!values.lostRefunded && { noRefund: true }),
  ...(values.lostCreditDays !== null && { creditDays: values.lostCreditDays }),
  ...(values.lostProcessing > 0 && { processing: values.lostProcessing }),
  ...(values.lostProcessing > 0 && values.lostProcessingRefunded && { processingRefunded: true }),
  ...(!values.lostRestoresOverdue && { noOverdue: true }),
});

const loanOf = (
  { patron, branchId, at, madeAt = at, loanId, policies, proxy, costCentre }: CheckoutRequest,
  { rule, ruleId, due, groups }: LendTerms,
): Loan => ({
  loanId,
  patronId: patron.patronId,
  patronMember: patron.homeMember,
  patronCategory: patron.category,
  checkoutBranch: branchId,
  checkedOutAt: madeAt,
  due,
  renewals: 0,
  policyVersion: policies.loanRules.version,
  ruleId,
  terms: loanTerms(rule, policies.loanRules.body.currency),
  ...(groups.length > 0 && { groups }),
  ...(costCentre !== undefined && { costCentre }),
  ...(proxy && { proxyId: proxy.patronId }),
});

/** Returns a hold without its copy, back in the queue at its old place. */
export const untargeted = (hold: Hold): RecordChange<Hold> => {
  const { targetItemId: _target, targetedAt: _at, lookAt: _look, ...rest } = hold;
  return { after: { ...rest, state: 'placed', v: hold.v + 1 }, expect: hold.v };
};

const fulfilled = (hold: Hold, itemId: string, at: string): RecordChange<Hold> => ({
  after: { ...hold, state: 'fulfilled', targetItemId: itemId, ended: { at, cause: 'checked-out' }, v: hold.v + 1 },
  expect: hold.v,
});

const closeHolds = (
  request: CheckoutRequest,
  out: Decided,
  fact: (name: Fact['name'], more?: Partial<Fact>) => Fact,
): CounterDeltas => {
  const { item, patron, claim, ownHold, at } = request;
  if (claims(claim, item.itemId) && claim.patronId !== patron.patronId) {
    out.changes.holds.push(untargeted(claim));
    const copy = { itemId: item.itemId, copyBranch: item.currentBranch };
    const about = { holdId: claim.holdId, at, v: claim.v + 1, branchId: request.branchId };
    out.changes.resets = [{ ...about, reason: 'lent-to-another', ...copy }];
  }
  const own = collectedHold(request) ?? ownHold;
  if (own === undefined || isOver(own)) return {};
  out.changes.holds.push(fulfilled(own, item.itemId, at));
  out.facts.push(fact('hold-fulfilled', { holdId: own.holdId }));
  const { targetItemId: copy, holdId } = own;
  if (copy !== undefined && copy !== item.itemId) out.changes.pageToRelease = { itemId: copy, holdId };
  return { holds: -1 };
};

/** Returns the copy without its hold and transit, bound to the interlibrary loan for which this patron gets it, if any. */
const asLent = (checkout: CheckoutRequest): ItemCirculation => {
  const bound = withoutTies(checkout.item);
  const hold = collectedHold(checkout);
  if (hold && isAgreed(hold)) return boundFor(bound, hold);
  const { request: _request, ...free } = bound;
  return checkout.agreed ? bound : free;
};

/**
 * Returns the earliest due date of the patron's loans with this one, as far as it is known: of the loans as read, else as their status
 * says. Read loans are those of the status, which then must not have changed at all.
 */
const dueFromOf = ({ patron, earliest }: CheckoutRequest, due: string): NonNullable<PatronChange['dueFrom']> => {
  const { dueFrom: read, v } = patron;
  const before = earliest ?? read;
  if (before === undefined) return { read };
  const set = millis(due) < millis(before) ? due : before;
  return { read, ...(set !== read && { set }), ...(earliest !== undefined && { v }) };
};

/** Returns the changes and facts of a permitted checkout: the item with its loan, the patron's counters, a closed hold. */
export const lend = (request: CheckoutRequest, terms: LendTerms): Decided => {
  const { item, patron, branchId, at, madeAt, loanId, calendar, override, key } = request;
  const out = nothingYet();
  const members = { owner: item.memberId, desk: memberOfBranch(branchId), patron: patron.homeMember };
  const fact = (name: Fact['name'], more: Partial<Fact> = {}): Fact => ({
    ...{ name, at, members, itemId: item.itemId, loanId, patronId: patron.patronId, branchId },
    ...more,
  });
  const receipt = patron.receipts && { receipt: 1 };
  out.facts.push(fact('item-checked-out', { detail: { due: terms.due, ...receipt } }));
  if (item.transit) out.facts.push(fact('transit-cancelled', { detail: { to: item.transit.to } }));
  const add: CounterDeltas = { loans: 1, ...closeHolds(request, out, fact) };
  for (const group of terms.groups) add[`group:${group}`] = 1;
  // The comment is free text and may name people: the operation stores it in the audit, and it is not published.
  if (override && terms.letThrough.length > 0) {
    out.facts.push(fact('refusals-overridden', { detail: { by: override.by, codes: terms.letThrough.join(' ') } }));
  }
  const limits = terms.limits.filter((limit) => !terms.letThrough.some((code) => code === refusalOfLimit(limit)));
  const { blocks, expiresOn, counters } = patron;
  // A hold that the patron places concurrently must be closed too: the condition then fails and the checkout is decided again (C28, C57).
  const expected = { blocks, expiresOn, holds: counters.holds };
  const use = { month: localDay(calendar, madeAt ?? at).slice(0, 7), member: memberOfBranch(branchId) };
  const uses = usesChange(patron, use);
  out.changes.patrons.push({
    patronId: patron.patronId,
    add,
    limits,
    expected,
    dueFrom: dueFromOf(request, terms.due),
    ...(uses && { uses }),
  });
  out.context = contextWith(patron, use, calendar.timeZone, request.channel, {
    ...rulesMet(request, terms.rule, branchId, terms.groups),
    ...{ overdue: request.overdue, accrued: request.accrued },
    ...(madeAt !== undefined && { madeAt }),
  });
  const lent: ItemCirculation = {
    ...asLent(request),
    state: 'on-loan',
    currentBranch: branchId,
    loan: loanOf(request, terms),
    v: item.v + 1,
  };
  const { version: policyVersion } = request.policies.loanRules;
  const passed = request.madeAt !== undefined && { conflicts: terms.letThrough };
  const result = { loanId, due: terms.due, ruleId: terms.ruleId, policyVersion, ...passed };
  out.changes.item = { after: withKey(lent, key && { ...key, result: packLoan(result) }), expect: item.v };
  return out;
};
