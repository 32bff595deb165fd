import type { BranchCalendar } from '../../../../layers/kernel/calendar/branch-calendar.ts';
import { localDay, millis } from '../../../../layers/kernel/calendar/days.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { type ResolvedRule, ruleOf } from '../../../../layers/records/policies/domain/resolve.ts';
import type { Hold } from '../../../items/public/hold.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { Loan } from '../../../items/public/loan.ts';
import { isLost } from '../../../items/public/loan-is-lost.ts';
import type { PatronStatus } from '../../../patrons/public/patron-status.ts';
import type { Channel } from '../decisions/channel.ts';
import { type Decision, nothingYet } from '../decisions/decision.ts';
import { contextWith, usesChange } from '../decisions/decision-use.ts';
import { type Finding, finding, type Override, overridden, refusalsIn } from '../decisions/findings.ts';
import { type CirculationPolicies, ruleFor } from '../decisions/policies.ts';
import type { RefusalFor } from '../decisions/refusals.ts';
import { type NewKey, withKey } from '../decisions/used-keys.ts';
import { bestHold, canFill, needsCopy } from '../holds/hold-queue.ts';
import { overdueCharge } from '../money/overdue-charge.ts';
import { loanTerms } from './lend.ts';
import { countersOf, loanLimits } from './limit-groups.ts';
import { loanDue } from './loan-due.ts';
import { loanLimitFindings, owedLimit, statusFindings } from './patron-checks.ts';
import { rulesMet } from './rules-met.ts';

/** The input of a renewal decision. */
export type RenewalRequest = {
  item: ItemCirculation;
  /** The borrower. */
  patron: PatronStatus;
  at: string;
  /** When a desk without a network renewed it (C87); now by default. */
  madeAt?: string;
  /** As in force now: a renewal uses the current version. */
  policies: CirculationPolicies;
  /**
   * The calendar of `calendarBranch(policies, item, item.loan.checkoutBranch)`: wherever it is renewed, the loan uses the calendar of
   * its checkout (C68).
   */
  calendar: BranchCalendar;
  /** The queue of the record. */
  waiting: readonly Hold[];
  /** The fines that the patron's open loans, this one too, have accrued, in minor units; required when the policy counts them. */
  accrued?: number;
  /** The number of the patron's overdue loans, this one too, where they were read; for the decision log. */
  overdue?: number;
  /** The branch of the renewal, when at a desk. */
  branchId?: string;
  /** The rule renews it; nobody asked. */
  isAutomatic?: boolean;
  /** By what it was asked for; the system by default. */
  channel?: Channel;
  override?: Override;
  key?: NewKey;
  /** Ids of a bill and its ledger entry, used if the loan is overdue. */
  ids: { bill: string; entry: string };
};

type Asked = Pick<RenewalRequest, 'item' | 'policies'> & { patronId: string };

const nextFor = ({ item, policies, patronId }: Asked, waiting: readonly Hold[]): Hold | undefined =>
  bestHold(waiting, (hold) => hold.patronId !== patronId && needsCopy(hold, item) && canFill(item, hold, policies));

const recallOf = (item: ItemCirculation, waiting: readonly Hold[]): Hold | undefined =>
  waiting.find((hold) => needsCopy(hold, item) && hold.recalledItemId === item.itemId);

/** Returns a test whether the given holds of a queue suffice to decide a renewal: who waits for the copy, and for whom it was recalled. */
export const saysEnoughToRenew =
  (asked: Asked) =>
  (waiting: readonly Hold[]): boolean =>
    nextFor(asked, waiting) !== undefined &&
    (asked.item.loan?.recalledAt === undefined || recallOf(asked.item, waiting) !== undefined);

const loanFindings = (
  { item, waiting, policies, patron }: RenewalRequest,
  renewed: number,
  allowed: number,
): Finding<RefusalFor<'renewal'>>[] => {
  const next = nextFor({ item, policies, patronId: patron.patronId }, waiting);
  const recall = recallOf(item, waiting);
  return [
    finding('loan-lost', !isLost(item), `The item is ${item.state}`),
    finding('loan-claimed', item.state !== 'claimed-returned', `The item is ${item.state}`),
    ...(item.request ? [finding('lender-decides', false, 'Its lender is to be asked')] : []),
    finding('loan-recalled', recall === undefined, recall ? 'Recalled for another patron' : 'Not recalled'),
    finding('renewals-used-up', renewed < allowed, `Renewed ${renewed} of ${allowed} times`, {
      has: renewed,
      limit: allowed,
    }),
    finding('hold-waiting', next === undefined, next === undefined ? 'Nobody waits for it' : 'Another patron waits'),
  ];
};

// The loan is among those counted: a checkout must be below the limit, a renewal may be at it.
const overLimits = ({ policies, item, patron, accrued }: RenewalRequest, loan: Loan, rule: ResolvedRule) => {
  const counters = countersOf(policies, item, loan.checkoutBranch);
  const limits = loanLimits(policies, rule, counters).map(({ counter, below }) => ({ counter, below: below + 1 }));
  const owed = owedLimit(policies.blocks.body.owedLimit, policies.loanRules.body.currency, accrued);
  return loanLimitFindings(patron, [...limits, owed]);
};

const patronFindings = ({ item, patron, at, calendar, policies }: RenewalRequest, { checkoutBranch }: Loan) =>
  statusFindings(patron, [memberOfBranch(checkoutBranch), item.memberId], calendar, at, {
    ...{ act: 'renewal', never: policies.blocks.body.neverOverridden },
  }).filter(
    // A patron who may not borrow any more may still renew, where the consortium permits it (C35).
    ({ check }) => check !== 'card-expired' || !policies.loanRules.body.expiredMayRenew,
  );

const notLent: Finding<RefusalFor<'renewal'>> = finding('not-on-loan', false, 'The item is not lent to this patron');

const renewedDetail = ({ due, renewals, auto }: Loan) => ({ due, renewals, ...(auto && { by: 'rule' }) });

/** Returns the changes and facts of a permitted renewal. The overdue days before it are fined; a renewal in time costs nothing. */
const renew = (
  request: RenewalRequest,
  { before, after, rule }: { before: Loan; after: Loan; rule: ResolvedRule },
  letThrough: string[],
) => {
  const { item, patron, at, madeAt, branchId, calendar, ids, override, key } = request;
  const out = nothingYet();
  const charge = overdueCharge({ item, loan: before, until: madeAt ?? at, at, ids, calendar });
  const fined = (before.fined ?? 0) + (charge?.amount ?? 0);
  const loan: Loan = fined > 0 ? { ...after, fined } : after;
  out.changes.item = {
    after: withKey({ ...item, loan, v: item.v + 1 }, key && { ...key, result: `${loan.loanId} ${loan.due}` }),
    expect: item.v,
  };
  const members = {
    owner: item.memberId,
    ...(branchId && { desk: memberOfBranch(branchId) }),
    patron: patron.homeMember,
  };
  const about = {
    at,
    members,
    itemId: item.itemId,
    loanId: loan.loanId,
    patronId: patron.patronId,
    ...(branchId && { branchId }),
  };
  out.facts.push({
    name: 'loan-renewed',
    ...about,
    detail: { ...renewedDetail(loan), ...(patron.receipts && { receipt: 1 }) },
  });
  if (charge) {
    out.changes.bills.push(charge.bill);
    out.postings.push(charge.posting);
    out.facts.push({ name: 'fine-charged', ...about, detail: charge.detail });
  }
  if (override && letThrough.length > 0) {
    out.facts.push({ name: 'refusals-overridden', ...about, detail: { by: override.by, codes: letThrough.join(' ') } });
  }
  const use = { month: localDay(calendar, madeAt ?? at).slice(0, 7), member: memberOfBranch(loan.checkoutBranch) };
  const uses = usesChange(patron, use);
  const owed = charge && { owed: charge.amount };
  // A transaction writes the patron once.
  if (owed || uses) {
    out.changes.patrons.push({ patronId: patron.patronId, add: owed ?? {}, limits: [], ...(uses && { uses }) });
  }
  const met = {
    ...rulesMet(request, rule, loan.checkoutBranch, loan.groups),
    ...{ overdue: request.overdue, accrued: request.accrued },
    ...(madeAt !== undefined && { madeAt }),
  };
  return { ...out, context: contextWith(patron, use, calendar.timeZone, request.channel, met) };
};

/**
 * Decides a renewal (C68): by the rule in force for the checkout's branch, from today, on the checkout's calendar. An overdue loan is
 * fined until now, on its original terms (C71). Refuses with all reasons at once: a hold that could use the item, lost, claimed,
 * renewals used up, the patron's status.
 */
export const decideRenewal = (request: RenewalRequest): Decision<RefusalFor<'renewal'>> => {
  const { item, patron, calendar, policies, override, madeAt: at = request.at } = request;
  const { loan } = item;
  if (loan === undefined || loan.patronId !== patron.patronId) {
    return { refused: refusalsIn([notLent]), explain: { checks: [notLent] } };
  }
  const rule = ruleFor(policies, item, loan.checkoutBranch, patron);
  const { currency } = policies.loanRules.body;
  // The end of an expired card would put the due date in the past.
  const good = localDay(calendar, at) <= patron.expiresOn;
  const cardUntil = good && { cardUntil: patron.expiresOn };
  const due = override?.due
    ? { due: override.due, moved: [] }
    : loanDue({ policies, item, rule, calendar, from: at, ...cardUntil });
  const findings: Finding<RefusalFor<'renewal'>>[] = [
    ...loanFindings(request, loan.renewals, rule.values.renewals),
    ...patronFindings(request, loan),
    ...overLimits(request, loan, rule),
    finding('renewal-not-longer', millis(due.due) > millis(loan.due), `Due ${loan.due}; renewed now, ${due.due}`, {
      due: loan.due,
      renewed: due.due,
    }),
  ];
  const explain = { checks: findings, rule, policyVersion: policies.loanRules.version, due };
  const refused = refusalsIn(findings, override);
  if (refused.length > 0) return { refused, explain };
  // A renewal ends the recall; a later recall may recall the loan again.
  const { recalledAt: _recalled, auto: _auto, ...remaining } = loan;
  const after: Loan = {
    ...remaining,
    due: due.due,
    renewals: loan.renewals + 1,
    ...(request.isAutomatic && { auto: true }),
    patronCategory: patron.category,
    policyVersion: policies.loanRules.version,
    ruleId: ruleOf(rule, 'loanPeriod'),
    terms: loanTerms(rule, currency),
  };
  return { ...renew(request, { before: loan, after, rule }, overridden(findings, override)), explain };
};
