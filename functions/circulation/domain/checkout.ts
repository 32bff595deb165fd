import { dueAtEndOf, localDay, millis } from '../../../layers/kernel/calendar/days.ts';
import type { DueDate } from '../../../layers/kernel/calendar/due-date.ts';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { type ResolvedRule, ruleOf } from '../../../layers/records/policies/domain/resolve.ts';
import { type Agreed, claims, isAgreed } from '../../items/public/hold.ts';
import { itemFindings } from './checkout-item.ts';
import type { CheckoutRequest } from './checkout-request.ts';
import type { Decision, Explain } from './decision.ts';
import { type Finding, finding, overridden, refusalsIn } from './findings.ts';
import { useRestrictions } from './interlibrary-item.ts';
import { lend } from './lend.ts';
import { countersOf, loanLimits } from './limit-groups.ts';
import { loanDue } from './loan-due.ts';
import { dependantsFindings, limitFindings, overdueFindings, owedLimit, statusFindings } from './patron-checks.ts';
import { holdsPolicyOf, ruleFor } from './policies.ts';
import type { RefusalFor } from './refusals.ts';

/** Which blocks stop this loan: who fetches a hold is stopped by those for pickup, everybody else by all (C27). */
const stopsOf = ({ item, patron, claim, policies }: CheckoutRequest): 'all' | readonly string[] => {
  const fetches = claims(claim, item.itemId) && claim.patronId === patron.patronId;
  return fetches ? holdsPolicyOf(policies).blocks.fulfil : 'all';
};

/** Whether the owner has said yes to this very loan: the copy is set aside for the patron's consortium loan. */
const isAgreedFor = ({ item, patron, claim, agreed }: CheckoutRequest): boolean =>
  agreed !== undefined || (claims(claim, item.itemId) && isAgreed(claim) && claim.patronId === patron.patronId);

/** What its lender said of a copy that is lent between libraries for this patron. */
const agreedFor = (request: CheckoutRequest): Agreed | undefined =>
  isAgreedFor(request) ? { ...request.claim?.agreed, ...request.agreed } : undefined;

/** What may not leave the library is lent within it, and only when the desk says so: a self-check lets things out. */
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
  const { calendar, at, policies, item, patron, override } = request;
  const agreed = agreedFor(request);
  if (useRestrictions(agreed).length > 0) {
    return { due: sooner(dueAtEndOf(calendar, localDay(calendar, at)), agreed?.due), moved: [] };
  }
  // Whoever owns it said until when.
  if (agreed?.due !== undefined) return { due: agreed.due, moved: [] };
  if (override?.due !== undefined) return { due: override.due, moved: [] };
  // An expired card let through by an override must not make the loan due in the past.
  const good = localDay(calendar, at) <= patron.expiresOn;
  return loanDue({ policies, item, rule, calendar, from: at, ...(good && { cardUntil: patron.expiresOn }) });
};

/** To lend what the rule does not lend at all, a supervisor says until when: the rule has no word on that (C65). */
const overrideDue = (
  { override, agreed }: CheckoutRequest,
  { values }: ResolvedRule,
): Finding<'override-needs-due'>[] =>
  override === undefined || agreed !== undefined || values.lendable
    ? []
    : [finding('override-needs-due', override.due !== undefined, 'Not lent by this rule; an override names the day')];

/**
 * Decides a checkout with any member's card at any branch: the owner's rule says whether and how long, the branch's
 * calendar until when, the consortium's thresholds whether this patron may. Refuses with all reasons at once (C57, C65,
 * C66, C69); an override lets through those that a supervisor may. Explained either way.
 */
export const decideCheckout = (request: CheckoutRequest): Decision<RefusalFor<'checkout'>> => {
  const { item, patron, branchId, at, calendar, policies, override } = request;
  const rule = ruleFor(policies, item, branchId, patron);
  const counters = countersOf(policies, item, branchId);
  const owed = owedLimit(policies.blocks.body.owedLimit, policies.loanRules.body.currency);
  const limits = [...loanLimits(policies, rule, counters), owed];
  const due = dueOf(request, rule);
  const findings: Finding<RefusalFor<'checkout'>>[] = [
    ...itemFindings(request),
    ...(isAgreedFor(request) ? [] : ruleFindings(rule)),
    ...libraryUse(request),
    ...statusFindings(patron, [memberOfBranch(branchId), item.memberId], calendar, at, stopsOf(request)),
    ...limitFindings(patron, limits).flatMap(({ check, ...rest }) =>
      check === 'too-many-holds' ? [] : [{ check, ...rest }],
    ),
    ...overdueFindings(request.overdue, policies.blocks.body.maxOverdue),
    ...dependantsFindings(request.wardsOwe, policies.blocks.body.wardsOwedLimit, policies.loanRules.body.currency),
    ...overrideDue(request, rule),
    finding('due-not-after-now', millis(due.due) > millis(at), `Due ${due.due}`, { due: due.due }),
  ];
  const explain: Explain = { checks: findings, rule, policyVersion: policies.loanRules.version, due };
  const refused = refusalsIn(findings, override);
  if (refused.length > 0) return { refused, explain };
  const letThrough = overridden(findings, override);
  const terms = { rule, ruleId: ruleOf(rule, 'loanPeriod'), due: due.due, groups: [...counters.values()] };
  return { ...lend(request, { ...terms, limits, letThrough }), explain };
};
