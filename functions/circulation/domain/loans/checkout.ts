import { dueAtEndOf, localDay, millis } from '../../../../layers/kernel/calendar/days.ts';
import type { DueDate } from '../../../../layers/kernel/calendar/due-date.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { type ResolvedRule, ruleOf } from '../../../../layers/records/policies/domain/resolve.ts';
import type { Agreed } from '../../../items/public/hold.ts';
import { isAgreed } from '../../../items/public/hold-is-agreed.ts';
import type { Decision, Explain } from '../decisions/decision.ts';
import { type Finding, finding, type Override, overridden, refusalsIn } from '../decisions/findings.ts';
import { passedOffline } from '../decisions/offline.ts';
import { holdsPolicyOf, ruleFor } from '../decisions/policies.ts';
import type { RefusalFor } from '../decisions/refusals.ts';
import { itemFindings } from './checkout-item.ts';
import { type CheckoutRequest, collectedHold } from './checkout-request.ts';
import { useRestrictions } from './interlibrary-item.ts';
import { lend } from './lend.ts';
import { countersOf, loanLimits } from './limit-groups.ts';
import { loanDue } from './loan-due.ts';
import { othersWait } from './others-wait.ts';
import {
  dependantsFindings,
  loanLimitFindings,
  overdueFindings,
  owedLimit,
  proxyFindings,
  statusFindings,
} from './patron-checks.ts';

/** Returns the blocks that prevent this loan: those for pickup when the patron collects a hold, otherwise all (C27). */
const stopsOf = (request: CheckoutRequest): 'all' | readonly string[] =>
  collectedHold(request) ? holdsPolicyOf(request.policies).blocks.fulfil : 'all';

/** Returns whether the owner has agreed to this loan: the copy is reserved for the patron's consortium loan. */
const isAgreedFor = (request: CheckoutRequest): boolean =>
  request.agreed !== undefined || isAgreed(collectedHold(request));

/** Returns the lender's terms for a copy on interlibrary loan for this patron. */
const agreedFor = (request: CheckoutRequest): Agreed | undefined =>
  isAgreedFor(request) ? { ...request.claim?.agreed, ...request.agreed } : undefined;

/** An item for library use only is lent within the library, and only when the desk confirms it; a self-check cannot. */
const libraryUse = (request: CheckoutRequest): Finding<'library-use-only'>[] => {
  const restrictions = useRestrictions(agreedFor(request));
  if (restrictions.length === 0) return [];
  const conditions = restrictions.join(', ');
  return [finding('library-use-only', request.inLibrary === true, `Lent under ${conditions}`, { conditions })];
};

const sooner = (one: string, other: string | undefined): string =>
  other !== undefined && millis(other) < millis(one) ? other : one;

const ruleFindings = ({ values }: ResolvedRule): Finding<'not-lendable' | 'request-only'>[] => [
  finding('not-lendable', values.lendable, values.lendable ? 'Lent by this rule' : 'Not lent by this rule'),
  finding('request-only', !values.requestOnly, values.requestOnly ? 'Lent on request only' : 'Lent by common rules'),
];

const dueOf = (request: CheckoutRequest, rule: ResolvedRule): DueDate => {
  const { calendar, policies, item, patron, override, madeAt: at = request.at } = request;
  const agreed = agreedFor(request);
  if (useRestrictions(agreed).length > 0) {
    return { due: sooner(dueAtEndOf(calendar, localDay(calendar, at)), agreed?.due), moved: [] };
  }
  // The owner set the due date.
  if (agreed?.due !== undefined) return { due: agreed.due, moved: [] };
  if (override?.due !== undefined) return { due: override.due, moved: [] };
  // With an expired card that an override accepts, the loan must not be due in the past.
  const good = localDay(calendar, at) <= patron.expiresOn;
  return loanDue({ policies, item, rule, calendar, from: at, ...(good && { cardUntil: patron.expiresOn }) });
};

/** When the rule does not permit a loan at all, a supervisor sets the due date, because the rule gives none (C65). */
const overrideDue = (
  { override, agreed }: CheckoutRequest,
  { values }: ResolvedRule,
): Finding<'override-needs-due'>[] =>
  override === undefined || agreed !== undefined || values.lendable
    ? []
    : [finding('override-needs-due', override.due !== undefined, 'Not lent by this rule; an override names the day')];

const asOffline = <C extends RefusalFor<'checkout'>>(
  found: Finding<C>[],
  override: Override | undefined,
): Finding<C>[] => {
  const passed = passedOffline(override);
  return found.map((one) => (passed.includes(one.check) ? { ...one, overridable: true } : one));
};

/**
 * Decides a checkout with any member's card at any branch: the owner's rule decides whether and for how long, the branch's calendar the
 * due date, the consortium's thresholds whether this patron may borrow. Refuses with all reasons at once (C57, C65, C66, C69); an
 * override waives those that a supervisor may waive. Explained in either case.
 */
export const decideCheckout = (request: CheckoutRequest): Decision<RefusalFor<'checkout'>> => {
  const { item, patron, branchId, calendar, policies, override, madeAt: at = request.at } = request;
  const rule = ruleFor(policies, item, branchId, patron);
  const counters = countersOf(policies, item, branchId);
  const owed = owedLimit(policies.blocks.body.owedLimit, policies.loanRules.body.currency, request.accrued);
  const limits = [...loanLimits(policies, rule, counters), owed];
  const due = dueOf(request, rule);
  const blockTerms = { act: 'checkout', stops: stopsOf(request), never: policies.blocks.body.neverOverridden } as const;
  const here = [[memberOfBranch(branchId), item.memberId], calendar, at, blockTerms] as const;
  const found: Finding<RefusalFor<'checkout'>>[] = [
    ...itemFindings(request),
    ...othersWait(request),
    ...(isAgreedFor(request) ? [] : ruleFindings(rule)),
    ...libraryUse(request),
    ...statusFindings(patron, ...here),
    ...proxyFindings(request.proxy, ...here),
    ...loanLimitFindings(patron, limits),
    ...overdueFindings(request.overdue, policies.blocks.body.maxOverdue),
    ...dependantsFindings(
      request.dependantsOwe,
      policies.blocks.body.dependantsOwedLimit,
      policies.loanRules.body.currency,
    ),
    ...overrideDue(request, rule),
    finding('due-not-after-now', millis(due.due) > millis(at), `Due ${due.due}`, { due: due.due }),
  ];
  const findings = request.madeAt === undefined ? found : asOffline(found, override);
  const explain: Explain = { checks: findings, rule, policyVersion: policies.loanRules.version, due };
  const refused = refusalsIn(findings, override);
  if (refused.length > 0) return { refused, explain };
  const letThrough = overridden(findings, override);
  const terms = { rule, ruleId: ruleOf(rule, 'loanPeriod'), due: due.due, groups: [...counters.values()] };
  return { ...lend(request, { ...terms, limits, letThrough }), explain };
};
